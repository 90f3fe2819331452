import Papa from "papaparse";
import { z } from "zod";

export interface PersonLine {
  readonly person: string;
  readonly wave: string;
  readonly department: string;
  readonly accessAt: number | null;
  readonly leftAt: number | null;
}

export interface PeopleList {
  readonly lines: readonly PersonLine[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => Date.parse(text))
  .nullable();

const row = z.object({
  person: z.string().trim().min(1).max(200),
  wave: z.string().trim().max(64),
  department: z.string().trim().max(80),
  access: instant,
  left: instant,
});

/** CSV with the columns person, wave, department, access and left; the last two may be missing or empty. */
export function readPeople(csv: string, waves: ReadonlySet<string>): PeopleList {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const missing = ["person", "wave", "department"].filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0)
    return { lines: [], refused: [{ line: 1, reason: `Column missing: ${missing.join(", ")}.` }] };
  const read = data.map((cells, index) => ({ line: index + 2, ...readLine(cells, waves) }));
  return {
    lines: read.flatMap((one) => (one.kind === "person" ? [one.person] : [])),
    refused: read.flatMap((one) => (one.kind === "refused" ? [{ line: one.line, reason: one.reason }] : [])),
  };
}

type Line =
  | { readonly kind: "person"; readonly person: PersonLine }
  | { readonly kind: "refused"; readonly reason: string };

function readLine(cells: Record<string, string>, waves: ReadonlySet<string>): Line {
  const parsed = row.safeParse({ ...cells, access: cells["access"] || null, left: cells["left"] || null });
  if (!parsed.success) return { kind: "refused", reason: z.prettifyError(parsed.error).replaceAll("\n", " ") };
  const { person, wave, department, access, left } = parsed.data;
  if (waves.size > 0 && !waves.has(wave)) {
    return { kind: "refused", reason: `The plan has no wave "${wave}"; it has ${[...waves].join(", ")}.` };
  }
  return { kind: "person", person: { person, wave, department, accessAt: access, leftAt: left } };
}
