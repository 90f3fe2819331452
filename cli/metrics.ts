import { computeSnapshot } from "#app/adoption/compute-snapshot";
import { gather } from "#app/adoption/gather";
import { noHistory } from "#app/adoption/thresholds-kept";
import { memoryFacts } from "#app/adoption/memory-facts";
import { pack } from "#app/events/pack";
import type { SnapshotView } from "#contract/adoption";
import type { Plan } from "#domain/plan/plan";
import type { UsageEvent } from "#contract/usage-event";
import { withWaves } from "#domain/adoption/waves";
import { readEventBatch } from "#formats/event-batch";
import type { EventBatch } from "#formats/event-batch";
import { readPeople } from "#formats/people";
import { readTickets } from "#formats/tickets";
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
  const known = [
    ...legible("Events", readEventBatch(events, { plan: plan.id })),
    ...legible("Tickets", tickets === null ? nothing : readTickets(tickets, plan.id)),
  ].filter((event) => event.plan === plan.id && Date.parse(event.at) <= cut);
  const head = { plan: plan.id, zone: plan.zone, source: "files", batch: "files", receivedAt: cut, completeTo: cut };
  for (const part of pack(known, head, personNumber)) await facts.merge(part);
  const { lines, refused } = readPeople(people, withWaves(plan, []));
  if (refused.length > 0) throw refuse(`People, line ${refused[0]!.line}: ${refused[0]!.reason}`, "Mend the line.");
  await facts.putPeople(
    plan.id,
    lines.map(({ person, ...row }) => ({ ...row, person: personNumber(person), version: "" })),
  );
  const gathered = await gather(facts, plan, new Set());
  return computeSnapshot({
    ...gathered,
    // An empty list of tickets says that there were none; no list says nothing.
    hasTickets: gathered.hasTickets || tickets !== null,
    observations: [],
    history: noHistory,
    sourceNames: new Map(),
    wave,
    now: cut,
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  });
}

const nothing: EventBatch = { events: [], readings: [], bad: [], completeTo: null };

function legible(file: string, { events, bad: [first] }: EventBatch): readonly UsageEvent[] {
  if (first !== undefined)
    throw refuse(`${file}, line ${first.line}: ${first.reason}`, "Mend the line, or leave it out.");
  return events.map(({ event }) => event);
}

function personNumber(person: string): number {
  return Number(createHash("sha256").update(person.trim().toLowerCase()).digest().readBigUInt64BE() >> 11n);
}
