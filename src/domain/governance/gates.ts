import { sayDay } from "#domain/calendar/say-day";
import { green, red } from "#domain/adoption/verdict";
import type { Verdict } from "#domain/adoption/verdict";

/** One plain line of what a gate asks, met or not, and how it is mended. */
export interface GateLine {
  readonly about: "steps" | "risks" | "rollback" | "owner" | "checklist";
  readonly text: string;
  readonly met: boolean;
  readonly mend: string | null;
  /** An item of the checklist, which a person ticks; null for what is worked out. */
  readonly item: string | null;
}

export interface ChecklistItem {
  readonly item: string;
  /** Who says so, by name; null while nobody has. */
  readonly by: string | null;
  /** The day they said so. */
  readonly on: string | null;
}

export interface DeliveryEvidence {
  readonly done: number;
  readonly total: number;
  /** Pre-delivery risks that are neither closed, retagged nor escalated. */
  readonly untriaged: readonly string[];
  readonly needsRollback: boolean;
  readonly rollbacks: number;
  readonly owner: string | null;
  readonly checklist: readonly ChecklistItem[];
}

/** G3: a gate without a line proves nothing; every line must be met. */
export function gateVerdict(lines: readonly Pick<GateLine, "met">[]): Verdict {
  if (lines.length === 0) return red("no-evidence");
  return lines.every(({ met }) => met) ? green : red("threshold");
}

/** G4: what the first gate asks before delivery is accepted. */
export function deliveryLines(evidence: DeliveryEvidence): GateLine[] {
  const { done, total, untriaged, needsRollback, rollbacks, owner, checklist } = evidence;
  const worked: Omit<GateLine, "item">[] = [
    {
      about: "steps",
      text: `${done} of ${total} steps up to delivery are done`,
      met: total > 0 && done === total,
      mend: "The owners of the open steps finish them on the board, or the plan moves them behind delivery.",
    },
    {
      about: "risks",
      text:
        untriaged.length === 0
          ? "Every pre-delivery risk has a decision"
          : `${untriaged.length} pre-delivery risks have no decision: ${untriaged.join(", ")}`,
      met: untriaged.length === 0,
      mend: "The project manager closes, retags or escalates each on the risk board.",
    },
    {
      about: "rollback",
      text: needsRollback
        ? `Live systems, data or operations are affected: ${rollbacks} rollback plans`
        : "Nothing live is affected: no rollback plan is needed",
      met: !needsRollback || rollbacks > 0,
      mend: "The technical lead writes a rollback with triggers and a runbook.",
    },
    {
      about: "owner",
      text: owner === null ? "No implementation owner is named" : `${owner} owns the implementation`,
      met: owner !== null,
      mend: "The sponsor names one person in the plan.",
    },
  ];
  return worked
    .map((line): GateLine => ({ ...line, mend: line.met ? null : line.mend, item: null }))
    .concat(checklist.map(checklistLine));
}

export function checklistLine({ item, by, on }: ChecklistItem): GateLine {
  const line = { about: "checklist", item } as const;
  if (by !== null) return { ...line, text: `${item}, says ${by} on ${sayDay(on)}`, met: true, mend: null };
  return { ...line, text: item, met: false, mend: "Whoever has seen it done ticks it, under their own name." };
}
