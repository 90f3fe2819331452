import { erasePerson, reportPeople } from "#app/people/forget-people";
import type { NamedRecords } from "#app/people/forget-people";
import { memoryFacts } from "#app/adoption/memory-facts";
import { pack } from "#app/events/pack";
import { usageEvent } from "#contract/usage-event";
import { blankPlan } from "#domain/plan/blank";
import { expect, test } from "vitest";
import { adoptionDesk } from "../../support/memory-adoption";

const now = Date.parse("2026-03-20T12:00:00Z");
const [ana, ben] = ["712020:0a1b2c3d-0000-4000-8000-00000000000a", "5b10a2844c20165700ede21b"];

function reported(people: readonly string[]) {
  const events = people.map((person, at) =>
    usageEvent.parse({ id: `e${at}`, plan: "crm", person, at: "2026-03-17T09:00:00Z", kind: "transaction" }),
  );
  const head = { plan: "crm", zone: "UTC", source: "s", batch: "b", receivedAt: now - 1, completeTo: null };
  return pack(events, head, (person) => people.indexOf(person));
}

function kept(...accounts: string[]): NamedRecords & { readonly accounts: Set<string> } {
  const held = new Set(accounts);
  return { accounts: held, people: async () => [...held], forgetPerson: async (account) => void held.delete(account) };
}

test("F4 the weekly report names every account once, wherever it is known from, and a closed one takes its facts along", async () => {
  const facts = memoryFacts();
  for (const part of reported([ana, ben, "cat@example.com"])) await facts.merge(part);
  const [runs, notes] = [kept(ana, "dan"), kept(ana)];
  const asked: string[][] = [];
  const report = async (known: { readonly accountId: string }[]) => {
    asked.push(known.map(({ accountId }) => accountId).toSorted());
    return [
      { accountId: ana, status: "closed" },
      { accountId: "dan", status: "updated" },
    ];
  };
  await reportPeople({ records: [runs, notes], facts, report, now });
  expect(asked).toEqual([[ben, ana, "dan"].toSorted()]);
  expect([[...runs.accounts], [...notes.accounts]]).toEqual([["dan"], []]);
  expect((await facts.people("crm", null)).map(({ person }) => person)).toEqual([1, 2]);
  expect((await facts.accounts()).map(({ account }) => account)).toEqual([ben]);
});

test("nobody known, nothing asked", async () => {
  const report = async () => Promise.reject(new Error("asked"));
  await reportPeople({ records: [kept()], facts: memoryFacts(), report, now });
});

test("F4 whoever administers the space forgets a person by the name systems use; nobody else does", async () => {
  const desk = adoptionDesk(blankPlan("crm", "CRM"), now);
  const number = (await desk.outside.seals.personNumbers())("ana@example.com");
  await desk.report([[number, now - 1000, "t", "order", 0, ""]]);
  desk.may = ["see", "edit"];
  await expect(erasePerson({ plan: "crm", person: "ana@example.com" }, desk.outside)).rejects.toThrow();
  desk.may = ["see", "edit", "administer"];
  await erasePerson({ plan: "crm", person: "ana@example.com" }, desk.outside);
  expect(await desk.outside.facts.people("crm", null)).toEqual([]);
});
