import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Block } from "./markdown-blocks";
import { blocksOf } from "./markdown-blocks";

export type Root = ReturnType<typeof fromMarkdown>;
type Node = Root["children"][number];

const definition = /^ {0,3}\[[^\]]{1,200}\]:\s/;

/** No document has more. */
const mostDefinitions = 200;

/** The headings, lists and tables of a document. Piece by piece, because the parser holds a thousand times what it reads. */
export function parseMarkdown(text: string): Root {
  const definitions = text.split("\n").filter((line) => definition.test(line));
  const said = definitions.slice(0, mostDefinitions).join("\n");
  const children: Node[] = [];
  for (const block of blocksOf(text)) {
    const nodes = parseBlock(block, said);
    const [first] = nodes;
    const last = children.at(-1);
    if (block.isContinued && first?.type === "table" && last?.type === "table") {
      last.children.push(...first.children.slice(1));
      children.push(...nodes.slice(1));
    } else children.push(...nodes);
  }
  return { type: "root", children };
}

function parseBlock({ text, above }: Block, definitions: string): readonly Node[] {
  const isReferring = definitions !== "" && text.includes("][");
  const { children } = fromMarkdown(isReferring ? `${text}\n\n${definitions}` : text, {
    extensions: [gfmTable(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
  children.forEach((node) => moveDown(node, above));
  return children;
}

interface Placed {
  readonly position?: { readonly start: { line: number } } | undefined;
  readonly children?: readonly Placed[];
}

/** From the lines of the piece to those of the document. */
function moveDown({ position, children }: Placed, lines: number): void {
  if (position) position.start.line += lines;
  children?.forEach((child) => moveDown(child, lines));
}
