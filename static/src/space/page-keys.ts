import { choices } from "../risk/decision-words";

export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

const everywhere: KeyGroup = {
  title: "Everywhere",
  lines: [
    { keys: ["?"], does: "shows these keys" },
    { keys: ["Tab"], does: "goes on to the next thing that can be pressed" },
    { keys: ["Esc"], does: "leaves what is open and keeps nothing of it" },
  ],
};

const plan: readonly KeyGroup[] = [
  {
    title: "In the table",
    lines: [
      { keys: ["/"], does: "finds steps" },
      { keys: ["↑", "↓", "←", "→"], does: "move; on a group the last two fold and unfold it" },
      { keys: ["Enter", "F2"], does: "writes into a cell; just typing does too" },
      { keys: ["Delete"], does: "empties a cell" },
      { keys: ["Space"], does: "shows what a step depends on" },
      { keys: ["Ctrl Z", "Ctrl Y"], does: "takes a change back, and puts it in again" },
    ],
  },
  {
    title: "On a bar of the timeline",
    lines: [
      { keys: ["←", "→"], does: "move it by a day, with Shift change its length" },
      { keys: ["Enter"], does: "keeps the move" },
    ],
  },
  {
    title: "On a conflict",
    lines: [
      { keys: ["F", "J"], does: "keep the file, keep Jira, and go on" },
      { keys: ["Backspace"], does: "leaves it open" },
    ],
  },
];

const risks: readonly KeyGroup[] = [
  {
    title: "In the weekly review",
    lines: [
      ...choices.map(({ letter, word, says }) => ({ keys: [letter.toUpperCase()], does: `${word}. ${says}` })),
      { keys: ["Enter"], does: "takes the decision, and the next risk comes up" },
      { keys: ["←", "→"], does: "turn to another risk" },
    ],
  },
];

/** The keys that do something on a tab, the tab's own first. */
export function keysOf(tab: string): readonly KeyGroup[] {
  if (tab === "plan") return [...plan, everywhere];
  if (tab === "risks") return [...risks, everywhere];
  return [everywhere];
}
