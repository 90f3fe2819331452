import { toPlanFile } from "#contract/plan-file";
import { formatOf } from "#formats/format";
import { losses } from "#formats/losses";
import { decode } from "#formats/read-file";
import type { FileNote } from "#formats/read-result";
import { writeFile as encode } from "#formats/write-file";
import { writeFile } from "node:fs/promises";
import type { Answer, Asked } from "./command";
import { Misuse, only, required, textOf } from "./command";
import { bytesOf, formatNamed, planFrom, sayNote } from "./plan-source";

/** `convert FILE --to FORMAT`: what could not be read or kept is said, never dropped in silence. */
export async function convert({ words, values }: Asked): Promise<Answer> {
  const to = formatNamed(required(values, "to"));
  const out = textOf(values, "out");
  const path = only(words);
  const { plan, notes: read } = await planFrom(path, values);
  const lost = losses(plan, to).map((message) => ({ line: null, message }));
  const notes = [...read, ...(await commentNotes(path, textOf(values, "from"))), ...lost];
  const bytes = await encode(plan, to);
  if (to === "xlsx" && out === null && process.stdout.isTTY)
    throw new Misuse("An Excel file goes to a file: say -o OUT.");
  if (out !== null) await writeFile(out, bytes);
  return {
    json:
      to === "json"
        ? { ...toPlanFile(plan), notes }
        : { format: to, out, content: out === null ? contentOf(bytes, to) : null, notes },
    text: out === null ? bytes : "",
    notes: notes.map(sayNote),
  };
}

/** A plan written again has the plan's words, not the remarks between them. */
async function commentNotes(path: string, from: string | null): Promise<readonly FileNote[]> {
  if ((from ?? formatOf(path)) !== "yaml") return [];
  const { hasComments } = await import("#formats/yaml");
  const message = "The comments in the file are no part of the plan and were not kept.";
  return hasComments(decode(await bytesOf(path))) ? [{ line: null, message }] : [];
}

function contentOf(bytes: Uint8Array, to: string): string {
  return to === "xlsx" ? Buffer.from(bytes).toString("base64") : new TextDecoder().decode(bytes);
}
