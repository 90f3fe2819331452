import { expect, test } from "vitest";
import type { Database } from "#adapters/store/database";
import { logPeople } from "#adapters/store/log-people";
import { planLog } from "#adapters/store/plan-log";
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

const ana = "712020:00000000-0000-4000-8000-000000000001";
const ben = "712020:00000000-0000-4000-8000-000000000002";

/** What a person did stays as evidence; who it was can be told and forgotten. */
export function logPeopleCases(name: string, database: () => Database): void {
  test(`law 7 ${name} names the accounts of everything that happened, and forgets one without losing an entry`, async () => {
    await database().write("INSERT INTO sync_item (space, plan, item, kind, issue, fields) VALUES (?, ?, ?, ?, ?, ?)", [
      "1",
      "crm",
      "/plan",
      "plan",
      "10",
      "{}",
    ]);
    const log = planLog(database());
    await log.append(ref, "gate", [{ id: "v", at: 1, body: { by: ana, why: "ana said so", voters: [ana, ben] } }]);
    await log.append(ref, "run", [{ id: "r", at: 2, body: null }]);
    const people = logPeople(database());
    expect((await people.people()).toSorted()).toEqual([ana, ben]);
    await people.forgetPerson(ana);
    expect(await people.people()).toEqual([ben]);
    expect(await log.read(ref, ["gate", "run"])).toEqual([
      { kind: "gate", id: "v", at: 1, body: { by: "", why: "ana said so", voters: ["", ben] } },
      { kind: "run", id: "r", at: 2, body: null },
    ]);
  });
}
