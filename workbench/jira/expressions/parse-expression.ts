import { createCursor, series, type Cursor } from "./cursor";
import { unquote } from "./read-tokens";
import { ExpressionError } from "./value";

export type Node =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, Node])[] }
  | { readonly kind: "template"; readonly parts: readonly Node[] }
  | { readonly kind: "unary"; readonly sign: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "choice"; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: "member"; readonly of: Node; readonly name: Node; readonly safe: "safe" | "strict" }
  | { readonly kind: "call"; readonly callee: Node; readonly values: readonly Node[] }
  | { readonly kind: "new"; readonly type: string; readonly values: readonly Node[] }
  | { readonly kind: "lambda"; readonly names: readonly string[]; readonly body: Node }
  | { readonly kind: "let"; readonly name: string; readonly value: Node; readonly body: Node };

// Atlassian's published grammar, from loosest to tightest.
const ladder = [["??"], ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];
const refusedWords = new Set(["try", "throw", "for", "while", "function", "var", "const"]);

/** A program of Jira expressions: declarations, then one expression or `if` with blocks. */
export function parseExpression(source: string): Node {
  const cursor = createCursor(source);
  const program = body(cursor);
  return cursor.peek().kind === "end" ? program : cursor.fail("end of expression");
}

function body(cursor: Cursor): Node {
  if (cursor.sees("let") || (cursor.peek().kind === "word" && cursor.sees("=", 1))) {
    cursor.eat("let");
    const name = cursor.word();
    cursor.expect("=");
    const value = closed(cursor, ";");
    return { kind: "let", name, value, body: body(cursor) };
  }
  cursor.eat("return");
  const result = cursor.sees("if") ? branch(cursor) : expression(cursor);
  cursor.eat(";");
  return result;
}

function branch(cursor: Cursor): Node {
  cursor.expect("if");
  cursor.expect("(");
  const test = closed(cursor, ")");
  const yes = block(cursor);
  if (!cursor.eat("else")) return { kind: "choice", test, yes, no: { kind: "literal", value: null } };
  return { kind: "choice", test, yes, no: cursor.sees("if") ? branch(cursor) : block(cursor) };
}

function block(cursor: Cursor): Node {
  cursor.expect("{");
  const inner = body(cursor);
  cursor.expect("}");
  return inner;
}

function expression(cursor: Cursor): Node {
  const test = binary(cursor, 0);
  if (!cursor.eat("?")) return test;
  const yes = expression(cursor);
  cursor.expect(":");
  return { kind: "choice", test, yes, no: expression(cursor) };
}

function closed(cursor: Cursor, end: string): Node {
  const inner = expression(cursor);
  cursor.expect(end);
  return inner;
}

function binary(cursor: Cursor, rung: number): Node {
  const signs = ladder[rung];
  if (signs === undefined) return unary(cursor);
  let left = binary(cursor, rung + 1);
  while (signs.some((sign) => cursor.sees(sign)))
    left = { kind: "binary", sign: cursor.take().text, left, right: binary(cursor, rung + 1) };
  return left;
}

function unary(cursor: Cursor): Node {
  if (["!", "-", "typeof"].some((sign) => cursor.sees(sign)))
    return { kind: "unary", sign: cursor.take().text, operand: unary(cursor) };
  return postfix(cursor, primary(cursor));
}

function postfix(cursor: Cursor, of: Node): Node {
  if (cursor.sees(".") || cursor.sees("?.")) {
    const safe = cursor.take().text === "?." ? "safe" : "strict";
    const name: Node = cursor.eat("[") ? closed(cursor, "]") : { kind: "literal", value: cursor.word() };
    return postfix(cursor, { kind: "member", of, name, safe });
  }
  if (cursor.eat("[")) return postfix(cursor, { kind: "member", of, name: closed(cursor, "]"), safe: "strict" });
  if (cursor.eat("(")) return postfix(cursor, { kind: "call", callee: of, values: series(cursor, ")", expression) });
  return of;
}

function primary(cursor: Cursor): Node {
  if (startsLambda(cursor)) return lambda(cursor);
  const { kind, text } = cursor.peek();
  if (kind === "number") return { kind: "literal", value: Number(cursor.take().text) };
  if (kind === "string") return { kind: "literal", value: unquote(cursor.take().text.slice(1, -1)) };
  if (kind === "template") return { kind: "template", parts: templateParts(cursor.take().text.slice(1, -1)) };
  if (cursor.eat("(")) return closed(cursor, ")");
  if (cursor.eat("[")) return { kind: "list", items: series(cursor, "]", expression) };
  if (cursor.eat("{")) return { kind: "map", entries: series(cursor, "}", entry) };
  if (cursor.eat("new"))
    return { kind: "new", type: cursor.word(), values: cursor.eat("(") ? series(cursor, ")", expression) : [] };
  if (refusedWords.has(text)) throw new ExpressionError(`'${text}' is not supported here.`);
  if (kind !== "word")
    return cursor.fail("!, -, typeof, (, IDENTIFIER, null, true, false, NUMBER, STRING, new, [ or {");
  cursor.take();
  if (text === "null") return { kind: "literal", value: null };
  return text === "true" || text === "false"
    ? { kind: "literal", value: text === "true" }
    : { kind: "name", name: text };
}

function entry(cursor: Cursor): readonly [string, Node] {
  const key = cursor.peek().kind === "string" ? unquote(cursor.take().text.slice(1, -1)) : cursor.word();
  return [key, cursor.eat(":") ? expression(cursor) : { kind: "name", name: key }];
}

function lambda(cursor: Cursor): Node {
  const names = cursor.eat("(") ? series(cursor, ")", (inner) => inner.word()) : [cursor.word()];
  cursor.expect("=>");
  return { kind: "lambda", names, body: expression(cursor) };
}

function startsLambda(cursor: Cursor): boolean {
  if (cursor.peek().kind === "word") return cursor.sees("=>", 1);
  if (!cursor.sees("(")) return false;
  for (let ahead = 1; !cursor.sees("end of expression", ahead); ahead += 1) {
    if (cursor.sees(")", ahead)) return cursor.sees("=>", ahead + 1);
    if (cursor.sees("(", ahead)) return false;
  }
  return false;
}

function templateParts(text: string): readonly Node[] {
  return text
    .split(/(\$\{[^}]*\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("${") ? parseExpression(part.slice(2, -1)) : { kind: "literal", value: unquote(part) },
    );
}
