/** More of these no person writes, and the parser takes the square of their number, or all of the memory. */
const most = {
  /** Quotes and lists inside each other. */
  nesting: 100,
  /** Columns of blanks before an item of a list. */
  indent: 64,
  /** Cells of a row. */
  cells: 500,
  /** Brackets, and marks of emphasis, in one paragraph. */
  brackets: 1000,
  stars: 2000,
  underlinedHeadings: 500,
  /** Rows and items, a few more than there may be steps. */
  rows: 30_000,
};

/** An item of a list begins a paragraph of its own; the box of a task is no link. */
const listed = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\])?/;
const ruler = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

interface Counts {
  brackets: number;
  stars: number;
  underlined: number;
  rows: number;
  isTable: boolean;
}

/** Whether a document would keep its parser busy for minutes. Counted line by line, before anything is parsed. */
export function isKnotted(text: string): boolean {
  const counts: Counts = { brackets: 0, stars: 0, underlined: 0, rows: 0, isTable: false };
  return text.split("\n").some((line) => isTooMuch(count(line, counts)) || isWild(line));
}

/** A paragraph goes on from line to line; a row of a table and an item of a list stand alone. */
function count(line: string, counts: Counts): Counts {
  const isItem = listed.test(line);
  if (line.trim() === "") counts.isTable = false;
  if (line.includes("|") && line.length < 4 * most.cells && ruler.test(line)) counts.isTable = true;
  if (isItem || counts.isTable || line.trim() === "") Object.assign(counts, { brackets: 0, stars: 0 });
  if (isItem || counts.isTable) counts.rows += 1;
  const said = line.replace(listed, "");
  counts.brackets += said.split("[").length - 1;
  counts.stars += said.split(/[*_`<&~]+/).length - 1;
  if (/^\s*(?:=+|-+)\s*$/.test(line)) counts.underlined += 1;
  return counts;
}

function isTooMuch({ brackets, stars, underlined, rows }: Counts): boolean {
  return brackets > most.brackets || stars > most.stars || underlined > most.underlinedHeadings || rows > most.rows;
}

function isWild(line: string): boolean {
  const marks = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line)?.[0].replaceAll(/[^>*+.)-]/g, "").length ?? 0;
  const indent = listed.test(line) ? (/^\s*/.exec(line)?.[0].length ?? 0) : 0;
  return (
    marks > most.nesting ||
    indent > most.indent ||
    /[[*_!]{400}/.test(line) ||
    line.split("|", most.cells + 2).length > most.cells + 1
  );
}
