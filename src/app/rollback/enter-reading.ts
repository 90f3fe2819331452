import type { countRequest, readingRequest, RollbacksView } from "#contract/rollbacks";
import { ordered } from "#domain/calendar/ordered";
import type { Limit } from "#domain/rollback/condition";
import { sameName } from "#domain/rollback/evaluate";
import { shareMeasure, timeMeasure, unitOf } from "#domain/rollback/units";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { keepTriggers } from "./keep-record";
import type { RollbackOutside } from "./rollback-ports";
import { openForWriting, reread } from "./open-rollbacks";
import type { OneRollback } from "./open-rollbacks";
import { leaves, nameOfLeaf, ownReadings } from "./readings";
import type { Leaf } from "./readings";
import { viewAfter } from "./rollbacks";
import { watch } from "./watch-triggers";

type ReadingRequest = z.output<typeof readingRequest>;

/** What somebody read off, under their name and the time they say (M10). */
export async function enterReading(request: ReadingRequest, outside: RollbackOutside): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  await enter(open, request, outside);
  return viewAfter(open, outside);
}

/** The number of work items a query finds, as whoever asks may see them. */
export async function countReading(
  request: z.output<typeof countRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  const leaf = leafOf(open, request.reading);
  const value = await outside.jira.count(request.jql);
  const content = { kind: "value", value, unit: leaf.kind === "fact" ? "" : leaf.unit } as const;
  await enter(open, { ...request, content, at: null }, outside);
  return viewAfter(open, outside);
}

async function enter(open: OneRollback, request: ReadingRequest, outside: RollbackOutside): Promise<void> {
  const now = outside.clock.now();
  const at = request.at ?? now;
  if (at > now) throw unusable("A reading cannot be taken in the future.", "Give the time at which it was read off.");
  const leaf = leafOf(open, request.reading);
  const content = usable(leaf, settled(open, request, at));
  const reading = nameOfLeaf(leaf);
  const body = { ...content, rollback: open.rollback.id, reading, by: outside.who.accountId };
  const entry = { id: outside.newId(), at, body };
  await outside.log.append(open.ref, "reading", [entry]);
  await watch(open.ref.plan, outside);
  await keepTriggers(await reread(open, outside), outside);
}

type Content = Exclude<ReadingRequest["content"], { kind: "began" | "ended" }>;

/** “It begins now” and “it is over” as the time that runs between them. */
function settled({ rollback, log }: OneRollback, { reading, content }: ReadingRequest, at: number): Content {
  if (content.kind === "began") return { kind: "running", since: at, until: null };
  if (content.kind !== "ended") return content;
  const own = ordered(ownReadings(rollback, log.readings)).filter((entry) => sameName(entry.reading, reading));
  const last = own.at(-1);
  if (last?.kind === "running" && last.until === null) return { kind: "running", since: last.since, until: at };
  throw unusable(`Nobody has said when “${reading}” began.`, "Enter how long it took.");
}

function leafOf({ rollback }: OneRollback, name: string): Leaf {
  const leaf = leaves(rollback).find((one) => sameName(nameOfLeaf(one), name));
  if (leaf !== undefined) return leaf;
  throw unusable(
    `No trigger of “${rollback.title || rollback.id}” asks for “${name}”.`,
    "Enter one of the readings its triggers name, or add it to the plan.",
  );
}

function usable(leaf: Leaf, content: Content): Content {
  if (leaf.kind === "fact") {
    if (content.kind === "fact") return content;
    throw unusable(`“${leaf.fact}” holds or it does not.`, "Answer yes or no.");
  }
  if (content.kind === "fact") throw unusable(`“${leaf.reading}” is a reading, not a yes or no.`, "Enter its value.");
  if (content.kind === "value") return measured(leaf, content);
  const wanted = content.kind === "running" ? timeMeasure : shareMeasure;
  if (unitOf(leaf.unit).measure === wanted) return content;
  throw unusable(`“${leaf.reading}” is compared in ${leaf.unit || "a bare number"}.`, "Enter it in that unit.");
}

/** A number without its unit is how “4” once meant hours to one and minutes to another. */
function measured(limit: Limit, content: Extract<Content, { kind: "value" }>) {
  if (unitOf(content.unit).measure === unitOf(limit.unit).measure) return content;
  throw unusable(
    content.unit === ""
      ? `“${limit.reading}” is compared with ${limit.value} ${limit.unit}: a number alone says nothing.`
      : `“${limit.reading}” is compared with ${limit.value} ${limit.unit}, which ${content.unit} does not measure.`,
    `Enter it with its unit, as “${limit.value} ${limit.unit}”.`,
  );
}

function unusable(message: string, mend: string): Refusal {
  return new Refusal("bad_request", { message, mend });
}
