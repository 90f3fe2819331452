import { memoryFacts } from "#app/adoption/memory-facts";
import type { AdoptionOutside, PersonRow } from "#app/adoption-ports";
import { Refusal } from "#app/refusal";
import { nothingHidden } from "#app/work-items/hidden-from";
import type { HiddenFrom } from "#app/work-items/hidden-from";
import type { PackedRow } from "#contract/usage-event";
import type { Observation } from "#domain/adoption/observation";
import type { Plan } from "#domain/plan/plan";
import { createHash } from "node:crypto";

export interface AdoptionDesk {
  readonly outside: AdoptionOutside;
  readonly settings: Map<string, unknown>;
  readonly observations: Observation[];
  /** Who asks, and what they may do. */
  caller: string;
  may: readonly ("see" | "edit" | "administer")[];
  plan: Plan;
  now: number;
  /** What Jira does not show who asks. */
  hidden: HiddenFrom;
  report(rows: readonly PackedRow[]): Promise<void>;
  list(people: readonly Omit<PersonRow, "version" | "accessAt" | "leftAt">[]): Promise<void>;
}

/** A plan with its facts, and one person who asks about it. */
export function adoptionDesk(plan: Plan, now: number): AdoptionDesk {
  const facts = memoryFacts();
  const settings = new Map<string, unknown>();
  const observations: Observation[] = [];
  let ids = 0;
  const allow = (what: AdoptionDesk["may"][number]): void => {
    if (!desk.may.includes(what)) throw new Refusal("not_allowed", { message: `You may not ${what}.`, mend: "Ask." });
  };
  const desk: AdoptionDesk = {
    settings,
    observations,
    caller: "me",
    may: ["see", "edit", "administer"],
    plan,
    now,
    hidden: nothingHidden,
    async report(rows) {
      const head = {
        plan: plan.id,
        zone: plan.zone,
        source: "crm",
        batch: `b${(ids += 1)}`,
        part: 0,
        sandbox: 0,
        service: 0,
        accounts: [],
      };
      await facts.merge({ ...head, receivedAt: desk.now - 1, completeTo: desk.now, rows: [...rows] });
    },
    async list(people) {
      const rows = people.map((person) => ({ ...person, accessAt: null, leftAt: null, version: String((ids += 1)) }));
      await facts.putPeople(plan.id, rows);
    },
    get outside() {
      return outsideOf();
    },
  };
  const outsideOf = (): AdoptionOutside => ({
    facts,
    countedItems: {
      sources: async () => [],
      hiddenFrom: async () => desk.hidden,
      hiddenInField: async () => nothingHidden,
    },
    observations: {
      note: async (_, observation) => void observations.push(observation),
      list: async () => observations,
      people: async () => [...new Set(observations.map(({ by }) => by))],
      forgetPerson: async () => undefined,
    },
    settings: {
      read: async (key) => settings.get(key) ?? null,
      write: async (key, value) => void settings.set(key, structuredClone(value)),
      remove: async (key) => void settings.delete(key),
    },
    sources: {
      find: async () => null,
      put: async () => undefined,
      remove: async () => undefined,
      list: async () => [],
      noteRefused: async () => undefined,
      refused: async () => [],
      url: async () => "https://example.test",
    },
    seals: {
      newSecret: () => "secret",
      newId: () => `id-${(ids += 1)}`,
      isSignedBy: () => true,
      isFirst: async () => true,
      personNumbers: async () => Number,
      hash: (text) => createHash("sha256").update(text).digest("hex"),
    },
    verdicts: {
      field: async () => "customfield_1",
      publish: async () => undefined,
      write: async () => undefined,
      read: async () => null,
    },
    async loadPlan() {
      allow("see");
      return { plan: desk.plan, key: "P-1", spaceId: "1" };
    },
    mustAdminister: async () => allow("administer"),
    mustEdit: async () => allow("edit"),
    findPerson: async (name) => (name.includes(" ") ? null : name),
    caller: desk.caller,
    now: desk.now,
  });
  return desk;
}
