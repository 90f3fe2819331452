import { place, readTokens, type Token } from "./read-tokens";
import { ExpressionError } from "./value";

/** A reading position in an expression. */
export interface Cursor {
  peek(): Token;
  /** Whether the token `ahead` of here is this sign or word, not a quoted text that looks like it. */
  sees(text: string, ahead?: number): boolean;
  take(): Token;
  eat(text: string): boolean;
  expect(text: string): void;
  word(): string;
  fail(wanted: string): never;
}

export function createCursor(source: string): Cursor {
  const tokens = readTokens(source);
  let at = 0;
  const token = (ahead: number): Token => tokens[at + ahead] ?? { kind: "end", text: "end of expression", at: 0 };
  const cursor: Cursor = {
    peek: () => token(0),
    sees: (text, ahead = 0) => token(ahead).text === text && !["string", "template"].includes(token(ahead).kind),
    take() {
      const taken = token(0);
      at += 1;
      return taken;
    },
    eat: (text) => cursor.sees(text) && cursor.take().text === text,
    expect: (text) => void (cursor.eat(text) || cursor.fail(text)),
    word: () => (token(0).kind === "word" ? cursor.take().text : cursor.fail("IDENTIFIER")),
    fail(wanted) {
      throw new ExpressionError(`${wanted} expected, ${token(0).text} encountered at ${place(source, token(0).at)}.`);
    },
  };
  return cursor;
}

export function series<T>(cursor: Cursor, end: string, item: (cursor: Cursor) => T): T[] {
  const items: T[] = [];
  while (!cursor.eat(end)) {
    items.push(item(cursor));
    if (!cursor.sees(end)) cursor.expect(",");
  }
  return items;
}
