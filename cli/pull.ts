import { pulledFrom } from "#app/sync/pulled";
import type { Pulled } from "#app/sync/pulled";
import type { Outside } from "#app/ports";
import { editYaml } from "#formats/edit-yaml";
import type { YamlEdit } from "#formats/edit-yaml";
import { readFile, writeFile } from "node:fs/promises";
import { isMap, isSeq, parseDocument } from "yaml";
import type { Answer, Asked } from "./command";
import { openSync, proposeKeeping } from "./diff";
import { peopleOf } from "./people";
import { refuse } from "./refuse";

/** `pull FILE`: what Jira has moved goes into the file; all else in it stays letter for letter. */
export async function pullFile(asked: Asked): Promise<Answer> {
  const { path, plan, outside } = await openSync(asked, "write");
  if (!/\.(ya?ml|json)$/i.test(path)) {
    throw refuse(`${path} is not a plan file in YAML.`, "Convert it with --to yaml, and keep the plan in that file.");
  }
  const proposed = await proposeKeeping(plan, asked, outside);
  const pulled = await withAddresses(pulledFrom(proposed), outside);
  const text = await readFile(path, "utf8");
  const isDry = asked.values["dry-run"] === true;
  if (pulled.length > 0 && !isDry) await writeFile(path, editYaml(text, editsFor(text, pulled)));
  const conflicts = proposed.proposal.compared.flatMap(({ item, steps }) =>
    steps
      .filter(({ step }) => step.kind === "conflict")
      .map(({ field, plan: ours, jira }) => ({ item: item.id, field, plan: ours, jira })),
  );
  const gone = proposed.proposal.gone.map(({ item, why }) => ({ item: item.id, why }));
  const { reads, writes } = outside.jira.spent();
  return {
    json: { pulled, conflicts, gone, written: pulled.length > 0 && !isDry, requests: { reads, writes } },
    text: words(pulled, isDry),
    notes: [
      ...conflicts.map(
        ({ item, field }) => `${item}: ${field} has changed on both sides. Settle it with --keep jira or --keep file.`,
      ),
      ...gone.map(
        ({ item, why }) => `${item} is ${why} in Jira and stays in the file. Take it out of the file if it should go.`,
      ),
    ],
    exit: conflicts.length > 0 ? 1 : 0,
  };
}

/** A file names people by their address; their number stands where Jira shows no address. */
async function withAddresses(pulled: readonly Pulled[], outside: Outside): Promise<readonly Pulled[]> {
  const owners = pulled.filter(({ field }) => field === "owner").map(({ now }) => now);
  const people = await peopleOf(owners, outside);
  return pulled.map((one) =>
    one.field === "owner" ? { ...one, now: people.get(String(one.now))?.address ?? one.now } : one,
  );
}

function editsFor(text: string, pulled: readonly Pulled[]): readonly YamlEdit[] {
  const document = parseDocument(text);
  return pulled.map(({ section, item, field, now }) => {
    const path = placeOf(document.get(section), { section, item, field });
    return { path, value: endedAlike(document.getIn(path), now) };
  });
}

function placeOf(list: unknown, { section, item, field }: Pick<Pulled, "section" | "item" | "field">) {
  if (section === "") return [field];
  if (item === null) return [section, field];
  const at = isSeq(list) ? list.items.findIndex((entry) => isMap(entry) && String(entry.get("id")) === item) : -1;
  return [section, at, field];
}

/** Line ends after a text mean nothing to a plan; with the one it had, `|` stays `|`. */
function endedAlike(before: unknown, now: unknown): unknown {
  const isOfLines = typeof before === "string" && before.endsWith("\n") && typeof now === "string";
  return isOfLines ? `${now}\n` : now;
}

function words(pulled: readonly Pulled[], isDry: boolean): string {
  if (pulled.length === 0) return "The file says what Jira holds.";
  const lines = pulled.flatMap(({ section, item, field, was, now }, at) => {
    const head = `${section === "" ? "plan" : section} ${item ?? ""}`.trim();
    const before = pulled[at - 1];
    const isSame = before !== undefined && before.item === item && before.section === section;
    return [
      ...(isSame ? [] : [`@ ${head}`]),
      ...(was === undefined ? [] : [`- ${field}: ${shown(was)}`]),
      ...(now === undefined ? [] : [`+ ${field}: ${shown(now)}`]),
    ];
  });
  return [...lines, isDry ? "Nothing was written." : `${pulled.length} values written into the file.`].join("\n");
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
