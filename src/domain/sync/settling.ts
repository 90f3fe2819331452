import type { HeldItem, Item } from "./item";

/** By `item/field`: which side a person keeps where both have moved. */
export type Choices = Readonly<Record<string, "file" | "jira">>;

/** What becomes of a work item the file no longer names. */
export type OrphanChoice = "keep" | "unlink" | "close";

/** How a person wants settled what plan and Jira cannot settle by themselves. */
export interface Settling {
  readonly choices: Choices;
  /** For every conflict without a choice of its own. */
  readonly rule: "file" | "jira" | "newest" | null;
  readonly orphans: Readonly<Record<string, OrphanChoice>>;
  /** For every orphan without a choice of its own. */
  readonly orphanRule: OrphanChoice;
  /** When the file was last written. */
  readonly editedAt: number | null;
  /** By `issue/field`: when Jira last moved, where somebody has asked. */
  readonly movedAt: ReadonlyMap<string, number>;
}

export const asked: Settling = {
  choices: {},
  rule: null,
  orphans: {},
  orphanRule: "keep",
  editedAt: null,
  movedAt: new Map(),
};

interface Disputed {
  readonly item: Item;
  readonly held: HeldItem;
  readonly field: string;
  /** Settling it for the file would lose what only Jira can hold. */
  readonly loses: boolean;
}

/** The side that wins a conflict; null where a person must say. */
export function winner({ item, held, field, loses }: Disputed, settling: Settling): "file" | "jira" | null {
  const chosen = settling.choices[`${item.id}/${field}`];
  if (chosen !== undefined) return chosen;
  const side = settling.rule === "newest" ? newest(`${held.issue}/${field}`, settling) : settling.rule;
  // A rule speaks of all conflicts at once; a table in a description is worth a question of its own.
  return side === "file" && loses ? null : side;
}

function newest(place: string, { editedAt, movedAt }: Settling): "file" | "jira" | null {
  const moved = movedAt.get(place);
  if (moved === undefined || editedAt === null) return null;
  return editedAt > moved ? "file" : "jira";
}
