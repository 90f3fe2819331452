import type { ParseArgsOptionsConfig } from "node:util";

/** A word of the command line, and what it answers. */
export interface Command {
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (asked: Asked) => Promise<Answer>;
}

export interface Asked {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly input: () => Promise<string>;
  /** To whoever waits, on stderr. */
  readonly say: (text: string) => void;
}

export interface Answer {
  /** The document of `--json`. */
  readonly json: unknown;
  /** What a person reads instead. */
  readonly text: string | Uint8Array;
  /** On stderr, with or without `--json`. */
  readonly notes?: readonly string[];
  readonly exit?: 0 | 1;
}

/** The command was not asked for as its usage says. */
export class Misuse extends Error {}

export function only(words: readonly string[]): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new Misuse("Name exactly one file.");
  return word;
}

export function textOf(values: Asked["values"], name: string): string | null {
  const value = values[name];
  return typeof value === "string" ? value : null;
}

export function required(values: Asked["values"], name: string): string {
  const value = textOf(values, name);
  if (value === null) throw new Misuse(`--${name} is missing.`);
  return value;
}
