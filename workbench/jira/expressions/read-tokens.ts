import { ExpressionError } from "./value";

export interface Token {
  readonly kind: "number" | "string" | "template" | "word" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

const skip = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const shapes = [
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["string", /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
  ["template", /`(?:[^`\\]|\\.)*`/y],
  ["word", /[A-Za-z_$][\w$]*/y],
  ["sign", /=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|[-+*/%<>!?:.,;=()[\]{}]/y],
] as const;

export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = after(skip, source, 0); at < source.length; at = after(skip, source, at)) {
    const token = tokenAt(source, at);
    if (token === null) throw new ExpressionError(`Unexpected character '${source[at]}' at ${place(source, at)}.`);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: "end", text: "end of expression", at: source.length }];
}

export function place(source: string, at: number): string {
  const lines = source.slice(0, at).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The characters a quoted token stands for. */
export function unquote(text: string): string {
  const named: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
  return text.replaceAll(/\\(.)/g, (_, character: string) => named[character] ?? character);
}

function tokenAt(source: string, at: number): Token | null {
  for (const [kind, shape] of shapes) {
    const end = after(shape, source, at);
    if (end > at) return { kind, text: source.slice(at, end), at };
  }
  return null;
}

function after(shape: RegExp, source: string, at: number): number {
  shape.lastIndex = at;
  return shape.test(source) ? shape.lastIndex : at;
}
