import { isMap, isNode, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Pair, YAMLMap } from "yaml";
import { blockText, inline } from "./write-yaml-value";

/** A new value at a place of the document; undefined takes the key away. */
export interface YamlEdit {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/**
 * The same file with other values. Only what changes is rewritten, where it stands: comments, order, quotes and blank lines around it
 * stay letter for letter. A change that does not fit in place is made in the document, which keeps comments and order.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  return edits.reduce((so, edit) => editOne(so, edit), text);
}

function editOne(text: string, edit: YamlEdit): string {
  const document = parseDocument(text, { schema: "core" });
  const wanted = parseDocument(text, { schema: "core" });
  if (edit.value === undefined) wanted.deleteIn(edit.path);
  else wanted.setIn(edit.path, wanted.createNode(edit.value));
  const placed = inPlace(text, document.getIn(edit.path.slice(0, -1), true), edit);
  return placed !== null && same(placed, wanted.toJS()) ? placed : wanted.toString({ lineWidth: 0 });
}

function same(text: string, value: unknown): boolean {
  const read = parseDocument(text, { schema: "core" });
  return read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(value);
}

function inPlace(text: string, holder: unknown, { path, value }: YamlEdit): string | null {
  if (!isMap(holder)) return null;
  const key = String(path.at(-1));
  const pair = holder.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
  if (value === undefined) return pair === undefined ? text : without(text, holder, pair);
  return pair === undefined ? withPair(text, holder, { key, value }) : withValue(text, { holder, pair, value });
}

interface Change {
  readonly holder: YAMLMap;
  readonly pair: Pair;
  readonly value: unknown;
}

function withValue(text: string, { holder, pair, value }: Change): string | null {
  const node = isNode(pair.value) ? pair.value : null;
  const [from, to] = node?.range ?? [];
  if (node === null || from === undefined || to === undefined) return null;
  const isBlock = isSeq(node) && node.flow !== true;
  const lead = text[from - 1] === ":" ? " " : "";
  const indent = " ".repeat(columnOf(text, from));
  const column = isScalar(pair.key) ? columnOf(text, pair.key.range?.[0] ?? from) : 0;
  const said =
    isBlock && Array.isArray(value) && value.length > 0
      ? blockList(value, indent)
      : `${lead}${textOf(value, holder, column) ?? inline(value, { inFlow: holder.flow === true, node, text })}`;
  // A block text ends with its line; what follows must begin on the next.
  const tail = text[to - 1] === "\n" && to > from ? "\n" : "";
  return `${text.slice(0, from)}${said}${tail}${text.slice(to)}`;
}

/** Several lines, where the file has room for them. */
function textOf(value: unknown, holder: YAMLMap, column: number): string | null {
  return holder.flow === true || typeof value !== "string" ? null : blockText(value, column + 2);
}

function blockList(values: readonly unknown[], indent: string): string {
  return values.map((value) => `- ${inline(value, { inFlow: false, node: null, text: "" })}`).join(`\n${indent}`);
}

function withPair(text: string, holder: YAMLMap, { key, value }: { key: string; value: unknown }): string | null {
  const last = holder.items.at(-1);
  const first = holder.items[0];
  if (last === undefined || !isPair(first) || !isScalar(first.key)) return null;
  const end = endOf(last);
  const start = first.key.range?.[0];
  if (end === null || start === undefined) return null;
  const column = columnOf(text, start);
  const said = `${key}: ${textOf(value, holder, column) ?? inline(value, { inFlow: holder.flow === true, node: null, text })}`;
  if (holder.flow === true) return `${text.slice(0, end)}, ${said}${text.slice(end)}`;
  const lineEnd = lineEndAt(text, text[end - 1] === "\n" ? end - 1 : end);
  return `${text.slice(0, lineEnd)}\n${" ".repeat(column)}${said}${text.slice(lineEnd)}`;
}

function without(text: string, holder: YAMLMap, pair: Pair): string | null {
  const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  const end = endOf(pair);
  if (start === undefined || end === null || holder.flow === true || holder.items[0] === pair) return null;
  const from = text.lastIndexOf("\n", start - 1);
  const to = lineEndAt(text, text[end - 1] === "\n" ? end - 1 : end);
  return `${text.slice(0, from)}${text.slice(to)}`;
}

function endOf(pair: Pair): number | null {
  const node: unknown = isNode(pair.value) ? pair.value : pair.key;
  return isNode(node) ? (node.range?.[1] ?? null) : null;
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf("\n", at - 1) + 1);
}

function lineEndAt(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
