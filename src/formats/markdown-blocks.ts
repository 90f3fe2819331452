/** A stretch of lines that can be parsed by itself. */
export interface Block {
  readonly text: string;
  /** How many lines of the document stand above it. */
  readonly above: number;
  /** It goes on with the table of the block before; heading and ruler are repeated at its beginning. */
  readonly isContinued: boolean;
}

/** What the parser takes at a time: while it works it keeps far more than the text in memory. */
const mostLines = 200;

const item = /^(?:[-*+]|\d{1,9}[.)])\s/;
const ruler = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const fence = /^ ?(`{3,}|~{3,})/;
/** Headings of both kinds, items of lists, rows of tables. */
const told = /^\s*(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|=+\s*$|-+\s*$)|\|/;

interface Open {
  readonly lines: string[];
  readonly above: number;
  /** Heading and ruler of the table in it, once both have been read. */
  table: readonly string[] | null;
  /** The same of a table that was cut above it. */
  readonly repeated: readonly string[];
}

/** In a document longer than this nobody has described each step, and the parser would spend most of its time on prose. */
const mostProse = 300_000;

/** The headings, lists and tables of a document, each a block or several, with the prose between them where that is short. Code is left out. */
export function blocksOf(text: string): readonly Block[] {
  const keeps = (line: string) => text.length <= mostProse || told.test(line);
  const blocks: Block[] = [];
  let open = begun(0, null);
  let fenced: string | null = null;
  text.split("\n").forEach((line, at) => {
    const mark = fence.exec(line)?.[1] ?? null;
    if (fenced !== null || mark !== null) {
      blocks.push(...closed(open, keeps));
      open = begun(at + 1, null);
      fenced = fenced === null ? mark : mark?.startsWith(fenced) === true ? null : fenced;
      return;
    }
    if (beginsBlock(line, open)) {
      blocks.push(...closed(open, keeps));
      open = begun(at, goesOn(line, open) ? open.table : null);
    }
    add(line, open);
  });
  return [...blocks, ...closed(open, keeps)];
}

function begun(above: number, table: Open["table"]): Open {
  return { lines: [], above, table, repeated: table ?? [] };
}

function add(line: string, open: Open): void {
  const before = open.lines.at(-1);
  open.lines.push(line);
  if (line.trim() === "") open.table = null;
  if (open.table === null && before?.includes("|") === true && ruler.test(line.slice(0, 4000)))
    open.table = [before, line];
}

function closed({ lines, above, repeated }: Open, keeps: (line: string) => boolean): readonly Block[] {
  if (!lines.some(keeps)) return [];
  const text = [...repeated, ...lines].join("\n");
  return [{ text, above: above - repeated.length, isContinued: repeated.length > 0 }];
}

/** After an empty line, unless it belongs to an item above; in a long list or table, at the next item or row. */
function beginsBlock(line: string, open: Open): boolean {
  const before = open.lines.at(-1);
  if (before === undefined || line.trim() === "") return false;
  if (before.trim() === "") return !/^(?: {2}|\t)/.test(line);
  const isLong = open.lines.length >= mostLines;
  return isLong && (goesOn(line, open) || (item.test(line) && item.test(open.lines[0] ?? "")));
}

function goesOn(line: string, { lines, table }: Open): boolean {
  return table !== null && lines.at(-1)?.trim() !== "" && line.includes("|");
}
