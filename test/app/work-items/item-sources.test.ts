import { defineItems, listItemSources, lookNow, preview, removeItems } from "#app/work-items/item-sources";
import { hiddenFrom } from "#app/work-items/hidden-from";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appRole } from "../../../workbench/jira/permitted";
import type { Holder } from "../../../workbench/jira/config-records";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

let at: ItemsWorld;

beforeEach(async () => {
  at = await itemsWorld();
});
afterEach(() => at.close());

const counting = (more = {}) => at.source(more).counting;
const define = (more = {}, outside = at.outside()) =>
  defineItems({ plan: at.plan.id, name: "Help desk", counting: counting(more) }, outside);

/** Takes the licensed users' permission to browse the service space away. */
function closeSpace(): void {
  const { store } = at.world.jira;
  const scheme = store.collection("permissionScheme").get("0")!;
  const grants = scheme.grants.filter(
    ({ permission, holder }) => permission !== "BROWSE_PROJECTS" || holder.type !== "applicationRole",
  );
  store.collection("permissionScheme").put({ ...scheme, id: "9", name: "Closed", grants });
  const project = store.collection("project").where("key", "HELP")[0]!;
  store.collection("project").put({ ...project, permissionSchemeId: "9" });
  store.commit();
}

describe("before it is saved", () => {
  test("shows how many match, the newest, and how many people, and writes nothing", async () => {
    for (const who of ["mia", "ben", "shy", "cus", "bot"] as const)
      await at.make({ reporter: { accountId: at.people[who] } });
    const seen = await preview({ plan: at.plan.id, counting: counting() }, at.outside());
    expect(seen).toMatchObject({
      found: 5,
      foundByApp: 5,
      lookedAt: 5,
      counted: 4,
      services: 1,
      spaces: ["Help desk"],
    });
    expect(seen.people).toBeNull();
    expect(seen.newest).toHaveLength(3);
    expect(seen.newest.map(({ counts }) => counts[0]?.by)).toContain("Automation");
    expect(await at.facts.plans()).toEqual([]);
  });

  test("J8 says of each what it was about, and which are no tickets", async () => {
    for (const label of ["misc", "spam", "question"])
      await at.make({ reporter: { accountId: at.people.mia }, labels: [label], summary: label });
    const about = { kind: "label" as const, names: {} };
    const seen = await preview({ plan: at.plan.id, counting: counting({ about }) }, at.outside());
    expect(seen).toMatchObject({ counted: 2, setAside: 1 });
    const said = seen.newest.map(({ title, counts }) => [title, counts[0]!.about]);
    expect(Object.fromEntries(said)).toEqual({ question: "how-to", spam: "spam", misc: null });
    const saved = await define({ about });
    expect(saved.counting.about).toEqual(about);
    expect(saved.numbers).toMatchObject({ counted: 2, setAside: 1 });
  });

  test("a refused query comes back in Jira's own words with its mend", async () => {
    const asked = preview({ plan: at.plan.id, counting: counting({ jql: "projet = HELP" }) }, at.outside());
    await expect(asked).rejects.toMatchObject({
      code: "jira_refused",
      message: expect.stringContaining("projet"),
      mend: expect.stringContaining("Jira's own search"),
    });
  });

  test("law 7 nobody counts through the app what Jira does not show them", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    closeSpace();
    const member = at.outside(at.world.member);
    await expect(define({ jql: "created > -5d" }, member)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(define({}, member)).rejects.toMatchObject({ code: "jira_refused" });
    expect(await listItemSources({ plan: at.plan.id }, at.outside())).toEqual([]);
  });
});

describe("a source", () => {
  test("is looked at as soon as it is defined, and again when somebody asks", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    const made = await define();
    expect(made).toMatchObject({ numbers: { items: 1, counted: 1 }, spaces: ["Help desk"], refused: null });
    await at.make({ reporter: { accountId: at.people.mia } });
    const again = await lookNow({ plan: at.plan.id, source: made.id, accept: false }, at.outside());
    expect(again.numbers).toMatchObject({ items: 2, counted: 2 });
  });

  test("law 7 its numbers are for whoever may browse the space they are counted in", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    await define();
    expect(await hiddenFrom(at.plan.id, at.outside(at.world.member))).toEqual({ tickets: [], transactions: [] });
    closeSpace();
    const member = at.outside(at.world.member);
    expect(await hiddenFrom(at.plan.id, member)).toEqual({ tickets: ["Help desk"], transactions: [] });
    expect((await listItemSources({ plan: at.plan.id }, member))[0]).toMatchObject({ numbers: null });
    expect(await hiddenFrom(at.plan.id, { ...member, caller: "" })).toEqual({ tickets: [], transactions: [] });
  });

  test("law 7 who browses the space but not what a security level hides there sees no number either", async () => {
    const id = await at.make({ reporter: { accountId: at.people.mia } });
    const { store } = at.world.jira;
    const apps = store.collection("role").find(({ name }) => name === appRole)?.id ?? "";
    const holders: readonly Holder[] = [
      { type: "user", parameter: at.people.ben },
      { type: "projectRole", parameter: apps },
    ];
    const level = { id: "77", schemeId: "7", name: "Agents", description: "", holders };
    store.collection("securityLevel").put(level);
    const issue = store.collection("issue").get(id)!;
    store.collection("issue").put({ ...issue, fields: { ...issue.fields, security: "77" } });
    await at.make({ reporter: { accountId: at.people.ben } });
    const ben = { kind: "user", accountId: at.people.ben } as const;
    expect(await define({}, at.outside(ben))).toMatchObject({ numbers: { items: 2, counted: 2 } });
    expect(await hiddenFrom(at.plan.id, at.outside(ben))).toEqual({ tickets: [], transactions: [] });
    expect(await hiddenFrom(at.plan.id, at.outside(at.world.member))).toMatchObject({ tickets: ["Help desk"] });
  });

  test("when it goes, its tickets go and what people did stays", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    const tickets = await define();
    const done = await define({ counts: "transaction", who: "reporter" });
    await removeItems({ plan: at.plan.id, source: tickets.id }, at.outside());
    await removeItems({ plan: at.plan.id, source: done.id }, at.outside());
    expect(await at.facts.people(at.plan.id, null)).toMatchObject([
      { tickets: [], candidates: [{ kind: "transaction" }] },
    ]);
    closeSpace();
    const hidden = await hiddenFrom(at.plan.id, at.outside(at.world.member));
    expect(hidden).toEqual({ tickets: [], transactions: ["Help desk"] });
  });

  test.each([
    ["moved", { kind: "moved", status: "Resolved" }],
    ["reached", { kind: "reached", category: "done" }],
  ] as const)("counts a work item %s by whoever moved it", async (_, moment) => {
    const id = await at.make({ reporter: { accountId: at.people.mia } });
    const { body } = await at.world.call("GET", `/rest/api/3/issue/${id}/transitions`);
    const transitions: readonly { id: string; to: { name: string } }[] = Object(body)["transitions"];
    const done = transitions.find(({ to }) => to.name === "Resolved");
    await at.world.call("POST", `/rest/api/3/issue/${id}/transitions`, { transition: { id: done?.id } });
    await define({ counts: "transaction", who: "actor", moment });
    expect(await at.facts.people(at.plan.id, null)).toMatchObject([
      { person: at.numberOf("admin@example.com"), candidates: [{ kind: "transaction" }] },
    ]);
  });

  test("counts every comment, those a search does not show too", async () => {
    const id = await at.make({ reporter: { accountId: at.people.mia } });
    for (let written = 0; written < 25; written += 1) {
      const text = { type: "paragraph", content: [{ type: "text", text: "So." }] };
      await at.world.call("POST", `/rest/api/3/issue/${id}/comment`, {
        body: { type: "doc", version: 1, content: [text] },
      });
      at.world.clock.advance(1_000);
    }
    const made = await define({ counts: "transaction", who: "actor", moment: { kind: "commented" } });
    expect(made.numbers).toMatchObject({ items: 1, counted: 25 });
  });
});
