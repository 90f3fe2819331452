import type { Format } from "#formats/format";
import { formats } from "#formats/format";
import { readFile as readPlanFile } from "#formats/read-file";
import type { FileFinding, FileNote, ReadResult } from "#formats/read-result";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Asked } from "./command";
import { Misuse, textOf } from "./command";
import { refuse } from "./refuse";
import { tableChoices } from "./table-choices";

export type Read = Extract<ReadResult, { kind: "read" }>;

/** The plan in a file, or a refusal that names every line in the way. */
export async function planFrom(path: string, values: Asked["values"] = {}): Promise<Read> {
  const read = await readingOf(path, values);
  if (read.kind === "read") return read;
  const [first] = read.findings;
  const isOne = read.findings.length === 1;
  const list = read.findings.map((finding) => `  ${sayFinding(finding)}${isOne ? "" : ` ${finding.mend}`}`);
  const mend = isOne ? first?.mend : null;
  throw refuse(`${path} cannot be read as a plan.\n${list.join("\n")}`, mend ?? "Correct these lines.");
}

/** The plan, or every finding that stands in its way, each with its place. */
export async function readingOf(path: string, values: Asked["values"]): Promise<ReadResult> {
  const from = textOf(values, "from");
  return readPlanFile({
    name: basename(path),
    bytes: await bytesOf(path),
    format: from === null ? null : formatNamed(from),
    choices: tableChoices(values),
  });
}

export function formatNamed(name: string): Format {
  const found = formats.find((format) => format === name);
  if (!found) throw new Misuse(`"${name}" is no format; say ${formats.join(", ")}.`);
  return found;
}

export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (failure) {
    const why =
      failure instanceof Error && "code" in failure && failure.code === "ENOENT" ? "is not there" : "cannot be opened";
    throw refuse(`${path} ${why}.`, "Check the path.");
  }
}

export function sayFinding({ line, column, message }: FileFinding): string {
  const where = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  return line === null ? message : `${where}: ${message}`;
}

export function sayNote({ line, message }: FileNote): string {
  return line === null ? message : `line ${line}: ${message}`;
}
