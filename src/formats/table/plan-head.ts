import type { Plan } from "#domain/plan/plan";

/** What a document says of the plan beside its steps: title, objectives, and what is in and out of scope. */
export interface PlanHead {
  readonly title: string | null;
  readonly objective: readonly string[];
  readonly scope: { readonly in: readonly string[]; readonly out: readonly string[] };
}

export const noHead: PlanHead = { title: null, objective: [], scope: { in: [], out: [] } };

export type HeadPart = "title" | "objective" | "in" | "out";

const said: readonly { readonly part: HeadPart; readonly heading: string; readonly also: readonly string[] }[] = [
  { part: "title", heading: "Plan", also: [] },
  { part: "objective", heading: "Objectives", also: ["objective", "goals", "goal"] },
  { part: "in", heading: "In scope", also: ["scope", "in"] },
  { part: "out", heading: "Out of scope", also: ["not in scope", "out", "non-goals"] },
];

export interface HeadSection {
  readonly part: HeadPart;
  readonly heading: string;
  readonly lines: readonly string[];
}

export function headSections({ title, objective, scope }: Plan): readonly HeadSection[] {
  const lines: Readonly<Record<HeadPart, readonly string[]>> = {
    title: [title],
    objective,
    in: scope.in,
    out: scope.out,
  };
  return said
    .map((section) => ({ ...section, lines: lines[section.part] }))
    .filter((section) => section.lines.length > 0);
}

export function headPart(heading: string): HeadPart | null {
  const name = heading.trim().toLowerCase();
  return said.find(({ heading, also }) => heading.toLowerCase() === name || also.includes(name))?.part ?? null;
}

export function headOf(entries: readonly { readonly part: HeadPart; readonly line: string }[]): PlanHead {
  const of = (part: HeadPart) => entries.flatMap((entry) => (entry.part === part ? [entry.line] : []));
  return { title: of("title")[0] ?? null, objective: of("objective"), scope: { in: of("in"), out: of("out") } };
}
