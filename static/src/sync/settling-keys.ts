import type { KeyboardEvent } from "react";
import type { Choices, Side } from "./conflicts";

const sides: Readonly<Record<string, Side>> = { f: "file", j: "jira" };
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export interface Pressed {
  /** Null leaves the choices as they are. */
  readonly choices: Choices | null;
  /** How many rows to move on. */
  readonly by: number;
}

/** What a key on a conflict means; null when it means nothing here. */
export function pressed(event: KeyboardEvent, name: string, choices: Choices): Pressed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const side = sides[event.key.toLowerCase()];
  if (side !== undefined) return { choices: { ...choices, [name]: side }, by: 1 };
  if (event.key === "Backspace") return { choices: without(choices, name), by: 0 };
  // Arrow keys on a radio button choose a side; only on the row itself do they move.
  const by = event.target === event.currentTarget ? (steps[event.key] ?? 0) : 0;
  return by === 0 ? null : { choices: null, by };
}

function without(choices: Choices, name: string): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([one]) => one !== name));
}
