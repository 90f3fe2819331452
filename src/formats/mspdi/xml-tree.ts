import { SaxesParser } from "saxes";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

export type XmlResult =
  | { readonly kind: "tree"; readonly root: Element }
  | { readonly kind: "refused"; readonly reason: string; readonly line: number };

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Growing[];
}

interface Found {
  root: Growing | null;
  refused: { readonly reason: string; readonly line: number } | null;
}

const maxDepth = 100;

/**
 * A document as a tree of local names; of the elements that are not wanted, nothing is kept. Document types are refused: they are how
 * XML reads other files and blows itself up.
 */
export function parseXml(text: string, wanted: ReadonlySet<string> | null = null): XmlResult {
  const parser = new SaxesParser();
  const open: Growing[] = [];
  const found: Found = { root: null, refused: null };
  const refuse = (reason: string) => (found.refused ??= { reason, line: parser.line });
  parser.on("error", (error) => void refuse(error.message.replace(/^\S*?\d+:\d+: /, "")));
  parser.on("doctype", () => void refuse("It declares a document type."));
  parser.on("opentag", ({ name, attributes }) => {
    const element: Growing = { name: name.replace(/^.*:/, ""), attributes, text: "", children: [] };
    if (open.length > maxDepth) refuse(`It nests more than ${maxDepth} deep.`);
    else if (wanted === null || wanted.has(element.name)) open.at(-1)?.children.push(element);
    found.root ??= element;
    open.push(element);
  });
  const add = (chunk: string) => {
    const element = open.at(-1);
    if (element) element.text += chunk;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void open.pop());
  for (let at = 0; at < text.length && found.refused === null; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (found.refused === null) parser.close();
  if (found.refused !== null) return { kind: "refused", ...found.refused };
  return found.root === null
    ? { kind: "refused", reason: "It is empty.", line: 1 }
    : { kind: "tree", root: found.root };
}

export function childrenOf(element: Element | null, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: Element | null, name: string): Element | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

export function textOf(element: Element | null, name: string): string | null {
  return childOf(element, name)?.text ?? null;
}

export function numberOf(element: Element | null, name: string): number | null {
  const text = textOf(element, name)?.trim() ?? "";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
