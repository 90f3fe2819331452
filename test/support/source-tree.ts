import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseSync } from "vite";

const root = join(import.meta.dirname, "../..");
const roots = ["src", "static/src", "cli", "workbench", "bench"];

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Every import there is: value, type, re-export, dynamic and `import()` types. */
  readonly imports: readonly string[];
  readonly functions: readonly { readonly line: number; readonly lines: number }[];
  /** Type assertions other than `as const`. */
  readonly assertions: number;
  readonly suppressions: number;
  /** Names used from the surroundings: `Date.now`, `Math.random`, `process`, `fetch`, `console`. */
  readonly ambient: readonly string[];
}

export function sourceTree(): readonly SourceFile[] {
  return roots.flatMap((folder) => filesBelow(folder)).map(readSource);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|cts)$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const nodes = [...walk(parseSync(path, text).program)];
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  return {
    path,
    lines: text.split("\n").length - 1,
    imports: nodes.flatMap(importedBy).map((name) => resolved(path, name)),
    functions: nodes
      .filter(({ type }) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type))
      .map(({ start, end }) => ({ line: lineAt(start), lines: lineAt(end) - lineAt(start) + 1 })),
    assertions: nodes.filter(isAssertion).length,
    suppressions: (text.match(/@ts-(?:ignore|nocheck|expect-error)|(?:ox|es)lint-disable/g) ?? []).length,
    ambient: nodes.flatMap(ambientIn),
  };
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* walk(child);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value
  );
}

function importedBy(node: Node): string[] {
  if (
    !/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type)
  )
    return [];
  const from = node["source"] ?? node["argument"];
  return isNode(from) && typeof from["value"] === "string" ? [from["value"]] : [];
}

function isAssertion(node: Node): boolean {
  if (node.type !== "TSAsExpression") return node.type === "TSTypeAssertion";
  const kind = node["typeAnnotation"];
  const name = isNode(kind) ? kind["typeName"] : null;
  return !(isNode(name) && name["name"] === "const");
}

const surroundings = new Set([
  "process",
  "console",
  "fetch",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "globalThis",
  "window",
  "document",
]);

function ambientIn(node: Node): string[] {
  if (node.type === "NewExpression" && nameOf(node["callee"]) === "Date" && isEmpty(node["arguments"]))
    return ["new Date()"];
  if (node.type !== "MemberExpression" && node.type !== "CallExpression") return [];
  const object = nameOf(node.type === "CallExpression" ? node["callee"] : node["object"]);
  const member = `${object}.${nameOf(node["property"])}`;
  if (member === "Date.now" || member === "Math.random") return [member];
  return surroundings.has(object) ? [object] : [];
}

function nameOf(value: unknown): string {
  return isNode(value) && value.type === "Identifier" ? String(value["name"]) : "";
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** `#domain/plan/plan` → `src/domain/plan/plan`, `./step` → its place; a package keeps its name. */
function resolved(from: string, name: string): string {
  if (name.startsWith("#")) return `src/${name.slice(1)}`;
  if (name.startsWith(".")) return normalize(join(dirname(from), name)).replaceAll("\\", "/");
  return name;
}
