import { computeSnapshot } from "#app/adoption/compute-snapshot";
import { gather } from "#app/adoption/gather";
import { noHistory } from "#app/adoption/thresholds-kept";
import { memoryFacts } from "#app/adoption/memory-facts";
import { pack } from "#app/events/pack";
import type { SnapshotView } from "#contract/adoption";
import type { Plan } from "#domain/plan/plan";
import { readEventBatch } from "#formats/event-batch";
import { readPeople } from "#formats/people";
import { createHash } from "node:crypto";
import { refuse } from "./refuse";

export interface MetricsFiles {
  readonly plan: Plan;
  readonly events: string;
  readonly people: string;
  readonly tickets: string | null;
  /** Events after it are not looked at, and ages are counted from it. */
  readonly cut: number;
  readonly wave: string | null;
}

/** `metrics …`: every adoption number from files alone, the same document the gadget shows. */
export async function metrics({ plan, events, people, tickets, cut, wave }: MetricsFiles): Promise<SnapshotView> {
  const facts = memoryFacts();
  const read = [readEventBatch(events, { plan: plan.id })];
  if (tickets !== null) read.push(readEventBatch(tickets, { plan: plan.id, kind: "ticket" }));
  const bad = read.flatMap((batch) => batch.bad);
  if (bad.length > 0) throw refuse(`Line ${bad[0]!.line}: ${bad[0]!.reason}`, "Mend the line, or leave it out.");
  const known = read
    .flatMap((batch) => batch.events.map(({ event }) => event))
    .filter(({ at }) => Date.parse(at) <= cut);
  const head = { plan: plan.id, zone: plan.zone, source: "files", batch: "files", receivedAt: cut };
  for (const part of pack(known, head, personNumber)) await facts.merge({ ...part, completeTo: cut });
  const { lines, refused } = readPeople(people, new Set(plan.waves.map(({ id }) => id)));
  if (refused.length > 0) throw refuse(`People, line ${refused[0]!.line}: ${refused[0]!.reason}`, "Mend the line.");
  await facts.putPeople(
    plan.id,
    lines.map(({ person, ...row }) => ({ ...row, person: personNumber(person), version: "" })),
  );
  return computeSnapshot({
    ...(await gather(facts, plan)),
    observations: [],
    history: noHistory,
    sourceNames: new Map(),
    plan,
    wave,
    now: cut,
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  });
}

function personNumber(person: string): number {
  return Number(createHash("sha256").update(person.trim().toLowerCase()).digest().readBigUInt64BE() >> 11n);
}
