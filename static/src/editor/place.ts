/** Where in a plan file the cursor stands. `*` stands for an entry of a list. */
export interface Place {
  readonly path: readonly string[];
  /** The key whose value is being written; null while a key is. */
  readonly key: string | null;
  /** What of the word stands before the cursor. */
  readonly word: string;
}

/** Told by indentation and brackets alone, because half-written text is what an editor mostly holds. */
export function placeIn(text: string, cursor: number): Place {
  const before = text.slice(0, cursor).split("\n");
  const line = before.pop() ?? "";
  const flow = flowIn(line);
  if (flow !== null) {
    const block = blockOf(flow.head, before);
    const path = [...block.path, ...(block.key === null ? [] : [block.key]), ...flow.path];
    return { path, key: flow.key, word: flow.word };
  }
  const { path, key, word } = blockOf(line, before);
  return { path, key, word };
}

interface Row {
  /** Where the content begins, behind the dashes of a list. */
  readonly indent: number;
  readonly dashes: number;
  readonly key: string | null;
  readonly rest: string;
}

function rowOf(line: string): Row {
  const [, lead = "", marks = "", rest = ""] = /^(\s*)((?:- +)*)(.*)$/.exec(line.replace(/^(\s*)-$/, "$1- ")) ?? [];
  const found = /^("?)([\w./-]+)\1:(?:\s+|$)(.*)$/.exec(rest);
  const dashes = (marks.match(/-/g) ?? []).length;
  return { indent: lead.length + marks.length, dashes, key: found?.[2] ?? null, rest: found?.[3] ?? rest };
}

/** The path of a line, read upwards: each line further out is what this one stands under. */
function blockOf(line: string, before: readonly string[]): Place {
  const own = rowOf(line);
  const path: string[] = stars(own.dashes);
  let edge = own.indent - (own.dashes > 0 ? 2 * own.dashes : 0);
  let open = own.indent;
  if (own.dashes > 0) open = edge;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const text = before[at] ?? "";
    if (text.trim() === "" || text.trim().startsWith("#")) continue;
    const row = rowOf(text);
    const first = row.indent - 2 * row.dashes;
    const isParent =
      row.key !== null && (row.indent < open || (path[0] === "*" && row.indent <= edge && row.dashes === 0));
    if (isParent) {
      path.unshift(...stars(row.dashes), row.key ?? "");
      if (row.dashes > 0) {
        open = first;
        edge = first;
      } else {
        open = row.indent;
        edge = row.indent;
      }
    } else if (row.dashes > 0 && row.indent === open && path[0] !== "*" && first < open) {
      path.unshift("*");
      open = first;
      edge = first;
    }
    if (open === 0 && path[0] !== "*") break;
  }
  return { path, key: own.key, word: lastWord(own.rest) };
}

function stars(count: number): string[] {
  return Array.from({ length: count }, () => "*");
}

interface Flow {
  /** The line up to the first bracket. */
  readonly head: string;
  readonly path: readonly string[];
  readonly key: string | null;
  readonly word: string;
}

/** Inside `{ … }` or `[ … ]` on the same line; null outside. */
function flowIn(line: string): Flow | null {
  const start = line.search(/[{[]/);
  if (start < 0 || /^\s*#/.test(line)) return null;
  const levels: { readonly path: readonly string[]; readonly isMap: boolean; key: string | null; from: number }[] = [];
  let quote = "";
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at] ?? "";
    const top = levels.at(-1);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "{" || sign === "[") {
      const above = top === undefined ? [] : [...top.path, ...(top.key === null ? [] : [top.key])];
      levels.push({ path: sign === "[" ? [...above, "*"] : above, isMap: sign === "{", key: null, from: at + 1 });
    } else if (sign === "}" || sign === "]") levels.pop();
    else if (sign === "," && top !== undefined) [top.key, top.from] = [null, at + 1];
    else if (sign === ":" && top?.isMap === true && top.key === null) {
      [top.key, top.from] = [line.slice(top.from, at).trim().replaceAll('"', ""), at + 1];
    }
  }
  const inner = levels.at(-1);
  if (inner === undefined) return null;
  const word = lastWord(line.slice(inner.from));
  // An entry of a list is a value, and stands under the key of the list.
  const key = inner.isMap ? inner.key : "*";
  return { head: line.slice(0, start), path: inner.isMap ? inner.path : inner.path.slice(0, -1), key, word };
}

function lastWord(text: string): string {
  return /[^\s,[\]{}:]*$/.exec(text)?.[0] ?? "";
}
