import { happenings } from "#domain/adoption/happenings";
import type { AboutRule, Counting, ItemChange, WorkItem } from "#domain/adoption/work-item";
import { lookJql, narrowedJql, withoutOrder } from "#domain/adoption/work-item-jql";
import { teamChanges } from "#domain/adoption/team-changes";
import { array, assert, constantFrom, integer, property, shuffledSubarray, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";

const item: WorkItem = {
  id: "7",
  key: "OPS-7",
  title: "Order",
  space: { id: "1", key: "OPS", name: "Operations" },
  createdAt: 100,
  updatedAt: 900,
  creator: "cora",
  reporter: "rita",
  assignee: "anna",
  components: ["Orders", "Billing"],
  labels: [],
  workType: "Order",
  resolution: null,
  requestType: "Return",
  isSecured: false,
  comments: [{ id: "3", at: 250, by: "carl" }],
};

const side = (value: string | null, text: string | null = value) => ({ value, text });

function change(
  id: string,
  at: number,
  field: string,
  [from, to]: readonly [string | null, string | null],
): ItemChange {
  return { id, at, by: `by-${id}`, field, from: side(from), to: side(to) };
}

const changes = [
  change("a", 200, "status", ["open", "doing"]),
  change("b", 300, "status", ["doing", "done"]),
  change("c", 350, "assignee", ["adam", "anna"]),
  change("d", 400, "status", ["done", "closed"]),
  change("e", 500, "status", ["closed", "doing"]),
  change("f", 600, "status", ["doing", "done"]),
];
const around = {
  changes,
  categories: new Map([
    ["open", "new"],
    ["doing", "indeterminate"],
    ["done", "done"],
    ["closed", "done"],
  ] as const),
};

const plain: Counting = {
  counts: "transaction",
  moment: { kind: "created" },
  who: "actor",
  process: { kind: "component" },
};
const ids = (counting: Partial<Counting>) =>
  happenings(item, { ...plain, ...counting }, around).map(({ id, at, by }) => `${id} ${at} ${by ?? "-"}`);

describe("J1 what of a work item counts", () => {
  test.each<[string, Partial<Counting>, readonly string[]]>([
    ["its creation, by whoever created it", {}, ["jira-7 100 cora"]],
    [
      "each arrival in a status, by its name",
      { moment: { kind: "moved", status: " Done " } },
      ["jira-7-b 300 by-b", "jira-7-f 600 by-f"],
    ],
    [
      "each arrival in a category, not the steps within it",
      { moment: { kind: "reached", category: "done" } },
      ["jira-7-b 300 by-b", "jira-7-f 600 by-f"],
    ],
    ["each comment", { moment: { kind: "commented" } }, ["jira-7-c3 250 carl"]],
    [
      "as done by whoever was in charge at the time",
      { moment: { kind: "reached", category: "done" }, who: "assignee" },
      ["jira-7-b 300 adam", "jira-7-f 600 anna"],
    ],
    ["a ticket once, as its reporter's of today", { counts: "ticket", who: "reporter" }, ["jira-7 100 rita"]],
  ])("%s", (_, counting, expected) => {
    expect(ids(counting)).toEqual(expected);
  });

  test.each([
    [{ kind: "component" }, "Billing"],
    [{ kind: "label" }, ""],
    [{ kind: "request-type" }, "Return"],
    [{ kind: "work-type" }, "Order"],
    [{ kind: "fixed", name: "enter-order" }, "enter-order"],
  ] as const)("its process from %o", (process, expected) => {
    expect(happenings(item, { ...plain, process }, around)[0]!.process).toBe(expected);
  });

  test("what happened earlier stays as it was, whatever is done to the work item afterwards and in whatever order it is read", () => {
    const people = constantFrom("x", "y", "z");
    const later = array(people, { maxLength: 5 });
    assert(
      property(later, shuffledSubarray(changes, { minLength: changes.length }), (passed, shuffled) => {
        const counting: Counting = { ...plain, moment: { kind: "reached", category: "done" }, who: "assignee" };
        const chain = ["anna", ...passed];
        const more = passed.map((to, at) => change(`p${at}`, 1_000 + at, "assignee", [chain[at]!, to]));
        const after = { ...item, assignee: chain.at(-1)!, updatedAt: 2_000 };
        const again = happenings(after, counting, { ...around, changes: [...shuffled, ...more] });
        const before = happenings(item, counting, around);
        expect(again.toSorted((a, b) => a.at - b.at)).toEqual(before);
      }),
    );
  });
});

describe("J8 what a work item was about", () => {
  const about = (rule: AboutRule | undefined, more: Partial<WorkItem> = {}) =>
    happenings({ ...item, ...more }, { ...plain, counts: "ticket", about: rule }, around)[0]!.category;
  const by = (kind: AboutRule["kind"], names: AboutRule["names"] = {}): AboutRule => ({ kind, names });

  test.each<[string, AboutRule | undefined, Partial<WorkItem>, string | null]>([
    ["nothing, where the definition does not ask", undefined, { labels: ["bug"] }, null],
    ["its request type, in the help desk's words", by("request-type"), { requestType: "Get access" }, "access"],
    ["its work type", by("work-type"), { workType: "[System] Incident" }, "defect"],
    ["the label that says anything", by("label"), { labels: ["crm", "question"] }, "how-to"],
    ["nothing where two labels disagree", by("label"), { labels: ["bug", "question"] }, null],
    ["spam, whatever else it says", by("label"), { labels: ["bug", "spam"] }, "spam"],
    ["nothing where the word says nothing", by("component"), {}, null],
    ["what this site's own names mean", by("component", { data: [" billing "] }), {}, "data"],
    ["its own names before the usual words", by("label", { access: ["Bug"] }), { labels: ["bug"] }, "access"],
    [
      "a duplicate where it was resolved as one",
      by("label"),
      { labels: ["bug"], resolution: "Duplicate" },
      "duplicate",
    ],
    ["a duplicate also where nobody asks", undefined, { resolution: "Duplikat" }, "duplicate"],
    [
      "a ticket like any other where it won't be done",
      by("label"),
      { labels: ["bug"], resolution: "Won't Do" },
      "defect",
    ],
  ])("%s", (_, rule, more, expected) => {
    expect(about(rule, more)).toBe(expected);
  });

  test("work done is about nothing", () => {
    const done = happenings({ ...item, labels: ["bug"] }, { ...plain, about: by("label") }, around);
    expect(done.map(({ category }) => category)).toEqual([null]);
  });
});

describe("the query of a look", () => {
  test.each([
    ["project = A", null, "project = A ORDER BY key ASC"],
    [
      "project = A OR project = B order  by created",
      45,
      "(project = A OR project = B) AND updated >= -45m ORDER BY key ASC",
    ],
    ['summary ~ "order by mail" ORDER BY rank', 5, '(summary ~ "order by mail") AND updated >= -5m ORDER BY key ASC'],
    [String.raw`summary ~ "a \" order by b"`, null, String.raw`summary ~ "a \" order by b" ORDER BY key ASC`],
  ])("%s", (jql, minutes, expected) => {
    expect(lookJql(jql, minutes)).toBe(expected);
  });

  test("narrows a service space by what is filled in, and quotes what people type", () => {
    const narrowing = { space: "HELP", component: 'CRM "new"', label: "", requestType: "Get help" };
    expect(narrowedJql(narrowing)).toBe(
      String.raw`project = "HELP" AND component = "CRM \"new\"" AND "Request Type" = "Get help"`,
    );
    expect(narrowedJql({ ...narrowing, space: " " })).toBe("");
    expect(withoutOrder("ORDER BY key")).toBe("");
  });
});

describe("J7 members of groups", () => {
  const team = (group: string, before: readonly number[], now: readonly number[] | null, isFirst = false) => ({
    group,
    before,
    now,
    isFirst,
  });

  test("whoever is there at the first reading is no newcomer; who comes later is, and who is in two groups is of the first", () => {
    expect(teamChanges([team("a", [], [1, 2], true), team("b", [3], [2, 3, 4])])).toEqual({
      placed: [
        { person: 1, group: "a", isNew: false },
        { person: 2, group: "a", isNew: false },
        { person: 4, group: "b", isNew: true },
      ],
      left: [],
    });
  });

  test("changing groups is not leaving, and a group that cannot be read keeps its members", () => {
    expect(teamChanges([team("a", [1, 2], [2]), team("b", [], [1])])).toEqual({
      placed: [{ person: 1, group: "b", isNew: false }],
      left: [],
    });
    expect(teamChanges([team("a", [1, 2], null), team("b", [3], [])])).toEqual({ placed: [], left: [3] });
  });

  test("reading the same members again changes nothing, in whatever order they come", () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 20 })), uniqueArray(integer({ min: 1, max: 20 })), (a, b) => {
        const again = teamChanges([team("a", a, a.toReversed()), team("b", b, b.toReversed())]);
        expect(again).toEqual({ placed: [], left: [] });
      }),
    );
  });
});
