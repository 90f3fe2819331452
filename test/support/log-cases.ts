import { expect, test } from "vitest";
import type { PlanLog } from "#app/log";

const ref = { space: "1", plan: "crm" };

/** What a log of rollbacks must do, whatever engine keeps it. */
export function logCases(name: string, logOf: () => PlanLog): void {
  test(`B10 ${name} gives back what was appended, over many pages`, async () => {
    const log = logOf();
    const entries = Array.from({ length: 250 }, (_, at) => ({ id: `e${at}`, at, body: { step: "ä“✓", at } }));
    await log.append(ref, "run", entries);
    await log.append(ref, "reading", [{ id: "e1", at: 7, body: null }]);
    const read = await log.read(ref, ["run", "reading"]);
    expect(read).toHaveLength(251);
    expect(new Set(read.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(251);
    expect(read.find(({ kind, id }) => kind === "run" && id === "e1")).toEqual({ kind: "run", ...entries[1] });
  });

  test(`B15 ${name} keeps the first of two entries under one id`, async () => {
    const log = logOf();
    await log.append(ref, "notice", [{ id: "k", at: 1, body: { members: ["1"] } }]);
    await log.append(ref, "notice", [{ id: "k", at: 2, body: { members: ["2"] } }]);
    expect(await log.read(ref, ["notice"])).toEqual([{ kind: "notice", id: "k", at: 1, body: { members: ["1"] } }]);
    expect(await log.read({ ...ref, plan: "other" }, ["notice"])).toEqual([]);
  });
}
