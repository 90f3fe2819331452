import { z } from "zod";
import type { Journaled, Run } from "#app/sync/run-ports";
import type { Agreed, EdgeKind, ItemKind } from "#domain/sync/item";
import type { Cell, Row } from "./database";

/** Our own tables hold what this release or an older one wrote; what no longer reads is left out rather than guessed. */
const run = z.object({
  id: z.string(),
  space: z.string(),
  plan: z.string(),
  title: z.string(),
  by: z.string(),
  undoBy: z.string().nullable().default(null),
  startedAt: z.number(),
  state: z.enum(["queued", "running", "parked", "done", "failed", "cancelled", "undone"]),
  direction: z.enum(["apply", "undo"]),
  doing: z.string(),
  done: z.number(),
  total: z.number(),
  points: z.number(),
  until: z.number().nullable(),
});

const fields = z.record(z.string(), z.string().nullable());
const agreed = z.record(z.string(), z.object({ plan: z.string().nullable(), jira: z.string().nullable() }));
const edgeKind = z.enum(["after", "has", "threatens", "covers"]);
const edge = z.object({ kind: edgeKind, from: z.string(), to: z.string() });
const itemKind = z.enum(["plan", "step", "risk", "rollback"]);

const newItem = z.object({
  item: z.string(),
  kind: itemKind,
  title: z.string(),
  fields,
  details: fields,
  parent: z.string().nullable(),
});

const operation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("create"), items: z.array(newItem) }),
  z.object({ kind: z.literal("link"), edge }),
  z.object({ kind: z.literal("unlink"), edge, link: z.string() }),
  z.object({
    kind: z.literal("update"),
    item: z.string(),
    itemKind,
    title: z.string(),
    issue: z.string(),
    fields,
    was: fields,
    agreed,
    details: fields.nullable(),
    detailsWere: fields.nullable(),
    documentWas: z.string().nullable(),
    adopts: z.boolean(),
    kindWas: itemKind.nullable().default(null),
    typeWas: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal("release"), item: z.string(), itemKind, title: z.string(), issue: z.string(), agreed }),
  z.object({
    kind: z.literal("close"),
    item: z.string(),
    itemKind,
    title: z.string(),
    issue: z.string(),
    statusWas: z.string(),
  }),
]);

const state = z.enum(["planned", "sent", "done", "failed", "undone", "kept"]);
const made = z.array(z.object({ item: z.string(), title: z.string(), id: z.string(), key: z.string() }));
const failures = z.array(z.object({ item: z.string(), title: z.string(), message: z.string(), mend: z.string() }));

export function readRun(body: string, cancelled: boolean): Run | null {
  const read = run.safeParse(parsed(body));
  return read.success ? { ...read.data, cancelled } : null;
}

export function readEntry(runId: string, row: Row): Journaled | null {
  const read = operation.safeParse(parsed(row["operation"]));
  if (!read.success) return null;
  const mark = Number(row["mark"] ?? -1);
  return {
    run: runId,
    at: Number(row["at"]),
    state: state.safeParse(row["state"]).data ?? "planned",
    operation: read.data,
    mark: mark < 0 ? null : mark,
    ...readAnswer(row),
  };
}

export function readAnswer(row: Row): Pick<Journaled, "made" | "failures"> {
  return {
    made: made.safeParse(parsed(row["made"])).data ?? [],
    failures: failures.safeParse(parsed(row["failures"])).data ?? [],
  };
}

export function answerRow(entry: Journaled): readonly Cell[] {
  const { run, at, state, mark } = entry;
  return [run, at, state, mark ?? -1, JSON.stringify(entry.made), JSON.stringify(entry.failures)];
}

export function readAgreed(body: string): Readonly<Record<string, Agreed>> {
  return agreed.safeParse(parsed(body)).data ?? {};
}

export function readKind(kind: string): EdgeKind | null {
  return edgeKind.safeParse(kind).data ?? null;
}

export function readItemKind(kind: string): ItemKind | null {
  return itemKind.safeParse(kind).data ?? null;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
