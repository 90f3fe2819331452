import type { Root } from "./markdown-document";
import { textOf } from "./markdown-text";
import type { FileNote } from "./read-result";
import { headPart } from "./table/plan-head";

type List = Extract<Root["children"][number], { type: "list" }>;

/** Where the steps stand in a table, what is listed beside it and is neither objective nor scope. */
export function listsBeside(root: Root): readonly FileNote[] {
  return unreadLists(root).map(({ under, node }) => ({
    line: node.position?.start.line ?? null,
    message: `A list ${under === "" ? "" : `under "${under.slice(0, 80)}" `}was not read; the steps are those of the table.`,
  }));
}

/** Where some items have a box, how many have none. */
export function withoutBox(root: Root): readonly string[] {
  const count = unreadLists(root).reduce((sum, { node }) => sum + unboxed(node), 0);
  return count === 0 ? [] : [`Items without a box were not read as steps: ${count}.`];
}

function unreadLists(root: Root): readonly { readonly under: string; readonly node: List }[] {
  let under = "";
  return root.children.flatMap((node) => {
    if (node.type === "heading") under = textOf(node).trim();
    return node.type === "list" && headPart(under) === null ? [{ under, node }] : [];
  });
}

function unboxed(list: List): number {
  return list.children.reduce((sum, item) => {
    const inner = item.children.reduce((below, child) => below + (child.type === "list" ? unboxed(child) : 0), 0);
    return sum + inner + (typeof item.checked === "boolean" ? 0 : 1);
  }, 0);
}
