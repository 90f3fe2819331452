import { erasePerson } from "#app/people/forget-people";
import { importCustomers } from "#app/people/import-customers";
import { joinAccounts } from "#app/work-items/look-around";
import { keepSources } from "#app/work-items/kept-sources";
import { look } from "#app/work-items/look";
import type { PackedRow } from "#contract/usage-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

let at: ItemsWorld;
const noon = Date.parse("2026-02-02T12:00:00Z");

beforeEach(async () => {
  at = await itemsWorld();
});
afterEach(() => at.close());

/** What the system itself reports, under whichever name it knows people by. */
async function report(name: string): Promise<void> {
  const number = at.numberOf(name);
  const rows: readonly PackedRow[] = [[number, noon, "t", "order", 0, ""]];
  const head = { plan: at.plan.id, zone: at.plan.zone, source: "crm", batch: name.slice(0, 30), part: 0 };
  const counts = { receivedAt: noon, completeTo: noon, sandbox: 0, service: 0 };
  await at.facts.merge({ ...head, ...counts, accounts: name.includes(":") ? [[name, number]] : [], rows });
}

async function lookForTicketsOf(account: string): Promise<void> {
  await at.make({ reporter: { accountId: account } });
  const source = at.source();
  await keepSources(at.plan.id, [source], at.outside().settings);
  await look(source, { accept: false }, at.outside());
}

const people = async () =>
  (await at.facts.people(at.plan.id, null)).map(({ person, candidates, tickets, wave }) => {
    return { person, done: candidates.length, tickets: tickets.length, wave };
  });

async function list(name: string): Promise<void> {
  const row = { person: at.numberOf(name), wave: "sales", department: "", accessAt: null, leftAt: null, version: "1" };
  await at.facts.putPeople(at.plan.id, [row]);
}

test("J3 the same person from a list by address, a system by account and a ticket is one", async () => {
  await list("Mia@Example.com");
  await report(at.people.mia);
  await lookForTicketsOf(at.people.mia);
  expect(await people()).toEqual([{ person: at.numberOf("mia@example.com"), done: 1, tickets: 1, wave: "sales" }]);
  await report(at.people.mia);
  await joinAccounts([at.plan.id], at.outside());
  expect(await people()).toHaveLength(1);
  expect(await at.facts.accounts()).toMatchObject([{ account: at.people.mia, person: at.numberOf("mia@example.com") }]);
});

test("J3 whoever is forgotten by account goes with what was counted under the address", async () => {
  await lookForTicketsOf(at.people.mia);
  await erasePerson({ plan: at.plan.id, person: ` ${at.people.mia}` }, at.outside());
  expect(await people()).toEqual([]);
});

test("J3 somebody whose address Jira hides is known by the account, and by a list that says who it is", async () => {
  await lookForTicketsOf(at.people.shy);
  expect(await people()).toMatchObject([{ person: at.numberOf(at.people.shy), tickets: 1 }]);
  await report("shy@example.com");
  const csv = `customer,person\n${at.people.shy},shy@example.com\n`;
  expect(await importCustomers({ plan: at.plan.id, csv }, at.outside())).toEqual({ added: 1, refused: [] });
  expect(await people()).toMatchObject([{ person: at.numberOf("shy@example.com"), done: 1, tickets: 1 }]);
  await lookForTicketsOf(at.people.shy);
  expect(await people()).toMatchObject([{ person: at.numberOf("shy@example.com"), done: 1, tickets: 2 }]);
});

test("J3 a portal customer is the person of the same address, or the one a list names", async () => {
  await report("cus@home.example");
  await lookForTicketsOf(at.people.cus);
  expect(await people()).toMatchObject([{ person: at.numberOf("cus@home.example"), done: 1, tickets: 1 }]);
  const csv = "Customer e-mail;person\r\nCUS@home.example;c.tomer@work.example\r\n;nobody\r\n";
  const { added, refused } = await importCustomers({ plan: at.plan.id, csv }, at.outside());
  expect({ added, refused }).toEqual({
    added: 1,
    refused: [{ line: 3, reason: "Both customer and person must be filled in." }],
  });
  await lookForTicketsOf(at.people.cus);
  expect(await people()).toMatchObject([{ person: at.numberOf("c.tomer@work.example"), done: 1, tickets: 2 }]);
});

test("a list without its columns is refused whole, and so is whoever may not administer", async () => {
  const { refused } = await importCustomers({ plan: at.plan.id, csv: "name,person\na,b" }, at.outside());
  expect(refused).toEqual([{ line: 1, reason: "Column missing: customer." }]);
  const refusing = { ...at.outside(), mustAdminister: () => Promise.reject(new Error("no")) };
  await expect(importCustomers({ plan: at.plan.id, csv: "" }, refusing)).rejects.toThrow("no");
});
