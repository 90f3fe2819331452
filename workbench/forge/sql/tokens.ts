import { SqlRefusal } from "./refusal";

export interface Token {
  readonly kind: "word" | "name" | "text" | "number" | "mark" | "sign";
  /** A word as written, a name or text without its quotes, anything else as it stands. */
  readonly text: string;
  /** The word in capitals, the sign itself, empty for what is quoted: what keywords are compared with. */
  readonly upper: string;
}

const shapes = [
  /(?<space>\s+|--[ \t][^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)/,
  /(?<word>[A-Za-z_][A-Za-z0-9_$]*)/,
  /`(?<name>(?:[^`]|``)*)`/,
  /'(?<single>(?:[^'\\]|''|\\[\s\S])*)'/,
  /"(?<double>(?:[^"\\]|""|\\[\s\S])*)"/,
  /(?<number>0x[0-9A-Fa-f]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/,
  /(?<mark>\?)/,
  /(?<sign><=>|<>|<=|>=|!=|==|:=|<<|>>|->>|->|\|\||&&|[-+*/%=<>(),.;|&~!^@:[\]])/,
];
const shape = new RegExp(shapes.map((each) => each.source).join("|"), "y");
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0", b: "\b", Z: "\u001a" };

/** Reads MySQL's spelling: backticks name, both quotes are text, a backslash escapes. */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  shape.lastIndex = 0;
  while (shape.lastIndex < statement.length) {
    const at = shape.lastIndex;
    const { groups } = shape.exec(statement) ?? {};
    if (groups === undefined)
      throw new SqlRefusal(
        "INVALID_SQL_QUERY",
        `You have an error in your SQL syntax near '${statement.slice(at, at + 40)}'.`,
      );
    const { space, word, name, single, double, number, mark, sign } = groups;
    if (space?.startsWith("/*+") === true || space?.startsWith("/*!") === true) {
      throw new SqlRefusal("SQL_POLICY_VIOLATION", "Optimizer hints and executable comments are not allowed.");
    }
    if (word !== undefined) tokens.push({ kind: "word", text: word, upper: word.toUpperCase() });
    else if (name !== undefined) tokens.push({ kind: "name", text: name.replaceAll("``", "`"), upper: "" });
    else if (single !== undefined) tokens.push({ kind: "text", text: unescape(single, "''"), upper: "" });
    else if (double !== undefined) tokens.push({ kind: "text", text: unescape(double, '""'), upper: "" });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, upper: "" });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark, upper: mark });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, upper: sign });
  }
  return tokens;
}

function unescape(text: string, quote: string): string {
  return text
    .replaceAll(quote, quote.charAt(0))
    .replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character);
}

export function write(tokens: readonly Token[]): string {
  return tokens.map(writeOne).join(" ");
}

export function writeOne({ kind, text }: Token): string {
  if (kind === "name") return `"${text.replaceAll('"', '""')}"`;
  return kind === "text" ? `'${text.replaceAll("'", "''")}'` : text;
}

/** The tokens between commas that stand outside brackets. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += token.upper === "(" ? 1 : token.upper === ")" ? -1 : 0;
    if (token.upper === "," && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Where the bracket that opens at `open` closes. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    depth += tokens[at]?.upper === "(" ? 1 : tokens[at]?.upper === ")" ? -1 : 0;
    if (depth === 0) return at;
  }
  throw new SqlRefusal("INVALID_SQL_QUERY", "You have an error in your SQL syntax: a bracket is not closed.");
}
