import * as fc from "fast-check";
import { expect, test } from "vitest";
import { proposeSync } from "#app/sync/propose";
import { pulledFrom } from "#app/sync/pulled";
import { proposalFor } from "#app/sync/propose";
import { planOf } from "#app/sync/propose";
import { normalise, toText } from "#domain/sync/document";
import { blankRisk, blankStep } from "#domain/plan/blank";
import type { Plan, Step } from "#domain/plan/plan";
import type { World } from "../../support/memory-outside";
import { smallPlan } from "../../support/small-plan";
import { fileOf, issueOf, sync, syncedWorld } from "../../support/sync-world";

interface Edit {
  readonly side: "file" | "jira";
  readonly what: "title" | "description" | "assignee" | "likelihood" | "link" | "unlink" | "add" | "remove";
  readonly at: number;
  readonly to: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  side: fc.constantFrom("file", "jira"),
  what: fc.constantFrom("title", "description", "assignee", "likelihood", "link", "unlink", "add", "remove"),
  at: fc.nat(7),
  to: fc.nat(7),
});

const people = ["ana@example.com", "ben@example.com"];

function editFile(plan: Plan, { what, at, to }: Edit, turn: number): Plan {
  const step = plan.steps[at % Math.max(1, plan.steps.length)];
  const put = (change: (step: Step) => Step): Plan =>
    step === undefined ? plan : { ...plan, steps: plan.steps.map((one) => (one === step ? change(one) : one)) };
  switch (what) {
    case "title":
      return put((one) => ({ ...one, title: `File ${turn}` }));
    case "description":
      return put((one) => ({ ...one, description: `From the file, ${turn}` }));
    case "assignee":
      return put((one) => ({ ...one, owner: people[to % 2] ?? null }));
    case "likelihood":
      return {
        ...plan,
        risks: plan.risks.map((risk, place) => (place === at ? { ...risk, likelihood: 1 + (to % 5) } : risk)),
      };
    case "link": {
      const before = plan.steps[to % Math.max(1, at)];
      const isNew =
        before !== undefined &&
        before !== step &&
        plan.steps.indexOf(before) < at &&
        step?.after.every(({ step: id }) => id !== before.id);
      return isNew === true && plan.steps.indexOf(before) < plan.steps.indexOf(step ?? before)
        ? put((one) => ({ ...one, after: [...one.after, { step: before.id, type: "FS", lag: "0" }] }))
        : plan;
    }
    case "unlink":
      return put((one) => ({ ...one, after: one.after.slice(1) }));
    case "add":
      return {
        ...plan,
        steps: [...plan.steps, blankStep(`n${turn}`, `New ${turn}`)],
        risks: [...plan.risks, blankRisk(`m${turn}`, "Risk")],
      };
    case "remove":
      return {
        ...plan,
        steps: plan.steps
          .filter((one) => one !== step)
          .map((one) => ({ ...one, after: one.after.filter((entry) => entry.step !== step?.id) })),
        risks: plan.risks.map((risk) => ({ ...risk, threatens: risk.threatens.filter((id) => id !== step?.id) })),
        rollbacks: plan.rollbacks.map((one) => ({ ...one, covers: one.covers.filter((id) => id !== step?.id) })),
      };
  }
}

async function editJira({ jira, ...world }: World, plan: Plan, { what, at, to }: Edit, turn: number): Promise<void> {
  const all = { ...world, jira };
  const steps = plan.steps.filter(({ id }) => issueOf(all, id) !== "");
  const step = steps[at % Math.max(1, steps.length)];
  if (step === undefined) return;
  const issue = issueOf(all, step.id);
  switch (what) {
    case "title":
      return jira.edit(issue, { summary: `Jira ${turn}` });
    case "description":
      return jira.edit(issue, { description: `From Jira, ${turn}` });
    case "assignee":
      return jira.edit(issue, { assignee: { accountId: `account-${people[to % 2]}`, name: "" } });
    case "likelihood": {
      const risk = plan.risks.find(({ id }) => issueOf(all, id) !== "");
      return risk === undefined ? undefined : jira.edit(issueOf(all, risk.id), { likelihood: 1 + (to % 5) });
    }
    case "link": {
      const before = steps[to % Math.max(1, steps.indexOf(step))];
      if (before !== undefined && steps.indexOf(before) < steps.indexOf(step))
        await jira.link("Blocks", issueOf(all, before.id), issue);
      return;
    }
    case "unlink": {
      const link = jira.links.find(({ type, to: end }) => type === "Blocks" && end === issue);
      if (link !== undefined) await jira.unlink(link.id);
      return;
    }
    case "add":
      return;
    case "remove":
      return jira.deleteItem(issue);
  }
}

test("S6 S8 S14 200 scripts of edits on both sides converge, and no edit is lost without a conflict shown", async () => {
  await fc.assert(
    fc.asyncProperty(smallPlan, fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 3 }), async (start, rounds) => {
      const world = await syncedWorld(start);
      let plan = start;
      const agreed = new Map(sidesOf(world, plan));
      for (const [round, edits] of rounds.entries()) {
        for (const [place, one] of edits.entries()) {
          const turn = round * 10 + place;
          if (one.side === "file") plan = editFile(plan, one, turn);
          else await editJira(world, plan, one, turn);
        }
        const before = sidesOf(world, plan);
        const { proposal } = await sync(world, plan);
        keepsEverything(agreed, { before, after: sidesOf(world, plan), conflicts: conflictsIn(proposal) });
        const again = await proposeSync(fileOf(plan), world.outside);
        const { create, update, pull, link, unlink } = again.counts;
        expect({ create, update, pull, link, unlink }).toEqual({ create: 0, update: 0, pull: 0, link: 0, unlink: 0 });
      }
      await agreesAtLast(world, plan);
    }),
    { numRuns: 200 },
  );
}, 90_000);

function conflictsIn({ rows }: Awaited<ReturnType<typeof proposeSync>>): ReadonlySet<string> {
  const all = rows.flatMap(({ item, fields }) =>
    fields.filter(({ step }) => step === "conflict").map(({ field }) => `${item}/${field}`),
  );
  return new Set(all);
}

interface Sides {
  readonly file: string;
  /** Null where there is no work item. */
  readonly jira: string | null;
}

/** Titles and descriptions as each side holds them, by `item/field`. */
function sidesOf(world: World, { steps }: Plan): ReadonlyMap<string, Sides> {
  const rows = steps.flatMap(({ id, title, description }) => {
    const item = world.jira.items.get(issueOf(world, id));
    const text = toText(item?.description ?? null).text;
    return [
      [`${id}/summary`, { file: title.trim(), jira: item?.summary.trim() ?? null }],
      [`${id}/description`, { file: normalise(description), jira: item === undefined ? null : text }],
    ] as const;
  });
  return new Map(rows);
}

interface Round {
  readonly before: ReadonlyMap<string, Sides>;
  readonly after: ReadonlyMap<string, Sides>;
  readonly conflicts: ReadonlySet<string>;
}

/**
 * Worked out from what each side held when they last agreed: what one side alone has moved stands, what both have moved apart is shown as
 * a conflict and stays as it was.
 */
function keepsEverything(agreed: Map<string, Sides>, { before, after, conflicts }: Round): void {
  for (const [place, { file, jira }] of before) {
    const now = after.get(place)?.jira ?? null;
    const last = agreed.get(place);
    if (jira === null) {
      if (last !== undefined && last.jira !== null) expect(conflicts).toContain(`${place.split("/")[0]}/item`);
      if (last === undefined) agreed.set(place, { file, jira: now });
      continue;
    }
    const [fileMoved, jiraMoved] = [file !== last?.file, jira !== last?.jira];
    const apart = fileMoved && jiraMoved && file !== jira;
    expect({ place, conflict: conflicts.has(place) }).toEqual({ place, conflict: apart });
    expect({ place, now }).toEqual({ place, now: fileMoved && !apart ? file : jira });
    if (!apart) agreed.set(place, { file, jira: now });
  }
}

/** Once every conflict is settled for Jira, pulling makes the file say what Jira holds, and nothing is left to do. */
async function agreesAtLast(world: World, plan: Plan): Promise<void> {
  const settled = fileOf(plan);
  const proposal = await proposeSync({ ...settled, rule: "jira" }, world.outside);
  expect([...conflictsIn(proposal)].filter((one) => !one.endsWith("/item"))).toEqual([]);
  const proposed = await proposalFor(planOf(settled), { rule: "jira" }, world.outside);
  const titles = new Map(
    pulledFrom(proposed)
      .filter(({ field }) => field === "title")
      .map(({ item, now }) => [item, now]),
  );
  for (const { id, title } of plan.steps) {
    const item = world.jira.items.get(issueOf(world, id));
    if (item !== undefined) expect(titles.get(id) ?? title.trim()).toBe(item.summary.trim());
  }
}
