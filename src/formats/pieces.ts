/** A stretch of whole lines of a file; of a CSV each begins with the heading. */
export interface Piece {
  readonly text: string;
  /** Counted from 1, as an editor shows it: of the first line of the text that is data, less the lines before it in the piece. */
  readonly firstLine: number;
  readonly lines: number;
  /** How much of the file lies behind it. */
  readonly bytes: number;
}

/** What a page may send in one call, with room for the rest of it. */
const usualLetters = 300_000;

/** Reads a file of any size a piece at a time, so that a million rows need no more memory than a few thousand. */
export async function* piecesOf(file: Blob, pieceLetters = usualLetters): AsyncGenerator<Piece> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let [rest, line, bytes] = ["", 1, 0];
  let heading: string | null = null;
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    bytes += value?.length ?? 0;
    // What is left at the end of the file goes out as well, unless it is blank.
    const least = done ? 0 : pieceLetters;
    while (rest.trim().length > least) {
      const end = rest.length <= pieceLetters ? rest.length : cutAt(rest, pieceLetters);
      const text = rest.slice(0, end);
      rest = rest.slice(end);
      heading ??= /^\s*[{[]/.test(text) ? "" : text.slice(0, text.indexOf("\n") + 1);
      const isFirst = line === 1;
      const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
      yield {
        text: isFirst ? text : heading + text,
        firstLine: isFirst || heading === "" ? line : line - 1,
        lines,
        bytes,
      };
      line += lines;
    }
    if (done) return;
  }
}

/** Behind the last line that is whole; a line break inside quotes ends none. */
function cutAt(text: string, pieceLetters: number): number {
  for (let end = text.lastIndexOf("\n", pieceLetters); end > 0; end = text.lastIndexOf("\n", end - 1)) {
    if (quotesIn(text, end) % 2 === 0 || text.startsWith("{")) return end + 1;
  }
  return text.length;
}

function quotesIn(text: string, end: number): number {
  let found = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) found += 1;
  return found;
}
