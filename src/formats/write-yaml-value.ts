import { isMap, isScalar, isSeq, stringify } from "yaml";
import type { Node } from "yaml";

interface Place {
  readonly inFlow: boolean;
  /** What stood there, in this text. */
  readonly node: Node | null;
  readonly text: string;
}

/** A value on one line: in the quotes, and with the room in its brackets, that it had. */
export function inline(value: unknown, { inFlow, node, text }: Place): string {
  if (typeof value === "object" && value !== null) return collection(value, roomIn(node, text));
  if (typeof value !== "string") return String(value);
  const quotes = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") ? node.type : null;
  if (quotes === "QUOTE_DOUBLE" || value.includes("\n")) return JSON.stringify(value);
  const said = quotes === "QUOTE_SINGLE" ? `'${value.replaceAll("'", "''")}'` : stringify(value, oneLine).trim();
  return inFlow && /[,[\]{}]/.test(value) && !/^['"]/.test(said) ? JSON.stringify(value) : said;
}

/** Several lines as a block; null for one line, and for what a block would not give back letter for letter. */
export function blockText(value: string, indent: number): string | null {
  const isPlain = !/^[ \t\n]|[^\S\n]$|\n\n$|[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value);
  if (!isPlain || !value.trimEnd().includes("\n")) return null;
  const ends = value.endsWith("\n");
  const lines = (ends ? value.slice(0, -1) : value).split("\n");
  return [`|${ends ? "" : "-"}`, ...lines.map((line) => (line === "" ? "" : `${" ".repeat(indent)}${line}`))].join(
    "\n",
  );
}

const oneLine = { lineWidth: 0 } as const;

/** Room inside the brackets of a list and of a map. */
interface Room {
  readonly list: string;
  readonly map: string;
}

/** Where nothing stood before, as plan files are commonly written: `[a, { step: b }]`. */
function roomIn(node: Node | null, text: string): Room {
  const from = node?.range?.[0];
  if (from === undefined) return { list: "", map: " " };
  const room = text[from + 1] === " " ? " " : "";
  return { list: isSeq(node) ? room : "", map: isMap(node) ? room : " " };
}

function collection(value: unknown, room: Room): string {
  if (Array.isArray(value)) return around("[", value.map((one) => collection(one, room)).join(", "), "]", room.list);
  if (typeof value !== "object" || value === null) return inline(value, { inFlow: true, node: null, text: "" });
  const pairs = Object.entries(value).map(
    ([key, one]) => `${stringify(key, oneLine).trim()}: ${collection(one, room)}`,
  );
  return around("{", pairs.join(", "), "}", room.map);
}

function around(open: string, inside: string, close: string, room: string): string {
  return inside === "" ? `${open}${close}` : `${open}${room}${inside}${room}${close}`;
}
