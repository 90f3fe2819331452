import { instantOf } from "#domain/calendar/zone";
import { z } from "zod";
import { listRows } from "./list-rows";
import type { ListRow } from "./list-rows";

export interface PersonLine {
  readonly person: string;
  /** Empty for whoever belongs to none. */
  readonly wave: string;
  readonly department: string;
  readonly accessAt: number | null;
  readonly leftAt: number | null;
}

export interface PeopleList {
  readonly lines: readonly PersonLine[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** Of the plan the list is for. */
export interface ListedIn {
  readonly waves: readonly { readonly id: string }[];
  readonly zone: string;
}

/** What other systems call the same columns. */
const columns = {
  "e-mail": "person",
  email: "person",
  user: "person",
  account: "person",
  team: "department",
  "access at": "access",
  "access granted": "access",
  leaver: "left",
  "left at": "left",
};

/** A list with a column person, and wave, department, access and left where they are known. */
export function readPeople(text: string, plan: ListedIn): PeopleList {
  const rows = listRows(text, columns);
  if (rows === null) return refusedWhole("This is not JSON.");
  if (rows.length > 0 && !rows.some(({ cells }) => "person" in cells)) return refusedWhole("Column missing: person.");
  const read = rows.map((row) => ({ line: row.line, ...readRow(row, plan) }));
  return {
    lines: read.flatMap((one) => (one.kind === "person" ? [one.person] : [])),
    refused: read.flatMap((one) => (one.kind === "refused" ? [{ line: one.line, reason: one.reason }] : [])),
  };
}

function refusedWhole(reason: string): PeopleList {
  return { lines: [], refused: [{ line: 1, reason }] };
}

type Read =
  | { readonly kind: "person"; readonly person: PersonLine }
  | { readonly kind: "refused"; readonly reason: string };

function readRow({ cells }: ListRow, { waves, zone }: ListedIn): Read {
  const parsed = row.safeParse(cells);
  if (!parsed.success) return { kind: "refused", reason: z.prettifyError(parsed.error).replaceAll("\n", " ") };
  const { person, department, access, left } = parsed.data;
  // In a plan of one wave whoever is listed without one belongs to it; in a plan of several, to none.
  const wave = parsed.data.wave === "" && waves.length === 1 ? waves[0]!.id : parsed.data.wave;
  if (waves.length > 0 && wave !== "" && !waves.some(({ id }) => id === wave)) {
    const known = waves.map(({ id }) => id).join(", ");
    return { kind: "refused", reason: `The plan has no wave "${wave}"; it has ${known}.` };
  }
  return { kind: "person", person: { person, wave, department, accessAt: at(access, zone), leftAt: at(left, zone) } };
}

const orEmpty = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text ?? "");

/** An empty cell is not known. */
const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date(), z.literal("")], {
    error: "Write a day or an instant, as 2026-03-16 or 2026-03-16T09:00:00Z.",
  })
  .nullish();

const row = z.object({
  person: z.string().trim().min(1).max(200),
  wave: orEmpty(64),
  department: orEmpty(80),
  access: moment,
  left: moment,
});

/** A day begins at midnight on the clocks of the plan. */
function at(text: string | null | undefined, zone: string): number | null {
  if (!text) return null;
  return text.length === 10 ? instantOf(text, "00:00", zone) : Date.parse(text);
}
