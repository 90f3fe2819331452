import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** Few colours, each readable in light and dark: keys, texts, numbers, and what the reader skips. */
export const colours = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--ds-text-accent-blue, #1558bc)" },
  { tag: tags.propertyName, color: "var(--ds-text-accent-blue, #1558bc)" },
  { tag: tags.string, color: "var(--ds-text-accent-green, #216e4e)" },
  { tag: tags.number, color: "var(--ds-text-accent-purple, #803fa5)" },
  { tag: tags.bool, color: "var(--ds-text-accent-purple, #803fa5)" },
  { tag: tags.comment, color: "var(--ds-text-subtlest, #6b6e76)", fontStyle: "italic" },
]);
