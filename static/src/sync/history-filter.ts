import type { HistoryEntry } from "#contract/drift";
import { fieldName } from "./field-words";

export type SideFilter = HistoryEntry["side"] | "all";

export const sides: readonly (readonly [SideFilter, string])[] = [
  ["all", "From both sides"],
  ["plan", "From the plan's file"],
  ["jira", "From Jira"],
  ["undo", "Taken back"],
];

interface Filter {
  readonly words: string;
  readonly side: SideFilter;
  readonly names: ReadonlyMap<string, string>;
}

export function filterHistory(
  entries: readonly HistoryEntry[],
  { words, side, names }: Filter,
): readonly HistoryEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (side !== "all" && entry.side !== side) return false;
    const { title, key, item, field, by } = entry;
    const text = [title, key ?? "", item, fieldName(field), names.get(by ?? "") ?? ""].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
