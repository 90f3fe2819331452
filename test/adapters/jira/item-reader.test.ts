import { afterEach, beforeEach, expect, test } from "vitest";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

let at: ItemsWorld;

beforeEach(async () => {
  at = await itemsWorld();
});
afterEach(() => at.close());

const asked = { jql: "project = HELP", token: null, most: 10, withComments: false };

test("reads a request's type, labels and reporter as Jira's service spaces hold them", async () => {
  const id = await at.make({ reporter: { accountId: at.people.cus }, labels: ["crm"] });
  const { store } = at.world.jira;
  const field = store.collection("field").find(({ name }) => name === "Request Type");
  const issue = store.collection("issue").get(id);
  if (field === null || issue === null) throw new Error("The site knows no request types.");
  const own = { [field.id]: { requestType: { id: "5", name: "Get help" } } };
  store.collection("issue").put({ ...issue, fields: { ...issue.fields, ...own } });
  const { items } = await at.outside().reader.page(asked);
  expect(items).toMatchObject([{ requestType: "Get help", labels: ["crm"], reporter: at.people.cus }]);
});

test("knows apps, customers and people apart, and an address only where Jira shows it", async () => {
  const { mia, shy, bot, cus } = at.people;
  const found = await at.outside().reader.accounts([mia, shy, bot, cus, "712020:gone"]);
  expect(new Map(found.map(({ id, email, kind }) => [id, [kind, email]]))).toEqual(
    new Map([
      [mia, ["person", "mia@example.com"]],
      [shy, ["person", null]],
      [bot, ["app", null]],
      [cus, ["customer", "cus@home.example"]],
    ]),
  );
});

test("tells the category of every status", async () => {
  const categories = await at.outside().reader.categories();
  expect(new Set(categories.values())).toEqual(new Set(["new", "indeterminate", "done"]));
});
