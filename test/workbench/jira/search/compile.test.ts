import { describe, expect, test } from "vitest";
import { compileJql } from "../../../../workbench/jira/search/compile";
import { edgeMoment, momentOf } from "../../../../workbench/jira/search/moments";
import type { SearchField, Span, Term, World } from "../../../../workbench/jira/search/world";

interface Item {
  readonly key: string;
  readonly status: string | null;
  readonly text: string;
  readonly points: number | null;
  readonly created: string;
  readonly past: readonly Span[];
}

const now = Date.UTC(2026, 2, 11, 12);
const at = (day: number): number => Date.UTC(2026, 2, day);
const span = (name: string, since: number, until: number | null, by: string | null): Span => ({
  names: [name],
  since,
  until,
  by,
});
const items: readonly Item[] = [
  {
    key: "A-1",
    status: "done",
    text: "Train the night shift",
    points: 3,
    created: "2026-03-01",
    past: [span("to do", at(1), at(5), null), span("done", at(5), null, "eve")],
  },
  {
    key: "A-2",
    status: "to do",
    text: "Training room",
    points: 8,
    created: "2026-03-09",
    past: [span("to do", at(9), null, null)],
  },
  { key: "A-3", status: null, text: "", points: null, created: "2026-03-11", past: [] },
];
const term = (name: string | number | null): readonly Term[] =>
  name === null ? [] : [{ names: [String(name).toLowerCase()], order: name }];
const field = (
  name: string,
  kind: SearchField<Item>["kind"],
  terms: (item: Item) => readonly Term[],
): SearchField<Item> => ({
  name,
  kind,
  terms,
  history: null,
  missing: () => null,
  rankOf: () => null,
});
const fields: Readonly<Record<string, SearchField<Item>>> = {
  key: field("key", "set", (item) => term(item.key)),
  status: {
    ...field("status", "set", (item) => term(item.status)),
    history: (item) => item.past,
    missing: (value) =>
      ["done", "to do"].includes(value.toLowerCase())
        ? null
        : `The value '${value}' does not exist for the field 'status'.`,
  },
  summary: field("summary", "text", (item) => (item.text === "" ? [] : term(item.text))),
  points: field("points", "number", (item) => term(item.points)),
  created: field("created", "instant", (item) => [{ names: [], order: Date.parse(item.created) }]),
};
const world: World<Item> = {
  now,
  zone: "UTC",
  field: (name) => fields[name.toLowerCase()] ?? null,
  property: (entity, key, path) =>
    `${entity}:${key}:${path}` === "issue:uptake.item:plan" ? field("plan", "set", () => term("crm")) : null,
  call: async ({ name, values, operator }) =>
    name === "stale"
      ? { kind: "jql", jql: `points ${operator === "not in" ? "<=" : ">"} ${values[0]}` }
      : { kind: "values", values: name === "me" ? ["eve"] : ["A-2"] },
};
async function found(jql: string): Promise<string> {
  const query = await compileJql(jql, world);
  return items
    .filter(query.matches)
    .toSorted(query.compare)
    .map((item) => item.key)
    .join(" ");
}

describe("JQL", () => {
  test.each<[string, string]>([
    ["status = Done", "A-1"],
    ["status != Done", "A-2"],
    ["status is EMPTY or key in (A-1)", "A-1 A-3"],
    ["not (status = Done) and points is not empty", "A-2"],
    ["status in (Done, EMPTY)", "A-1 A-3"],
    ["summary ~ 'train*'", "A-1 A-2"],
    ["summary ~ train", "A-1"],
    ["summary !~ train", "A-2"],
    ["points >= 3 order by points desc", "A-2 A-1"],
    ["points < 8", "A-1"],
    ["created >= -3d", "A-2 A-3"],
    ["created < startOfDay(-1)", "A-1 A-2"],
    ["created = '2026/03/09'", "A-2"],
    ["status was 'To Do'", "A-1 A-2"],
    ["status was not 'To Do'", "A-3"],
    ["status was in (Done) after 2026-03-06", "A-1"],
    ["status was 'To Do' before 2026-03-02", "A-1"],
    ["status changed from 'To Do' to Done on 2026-03-05 by me()", "A-1"],
    ["status changed after 2026-03-06", ""],
    ["status changed during (2026-03-04, 2026-03-06)", "A-1"],
    ["key in stale(5)", "A-2"],
    ["key not in stale(5)", "A-1"],
    ["key in others()", "A-2"],
    ["issue.property[uptake.item].plan = CRM", "A-1 A-2 A-3"],
    ["", "A-1 A-2 A-3"],
  ])("%s", async (jql, keys) => {
    expect(await found(jql)).toBe(keys);
  });

  test.each<[string, string]>([
    ["status = Nope", "The value 'Nope' does not exist for the field 'status'."],
    ["nothing = 1", "Field 'nothing' does not exist or you do not have permission to view it."],
    ["points ~ x", "The operator '~' is not supported by the 'points' field."],
    ["summary was x", "History searches do not support the 'summary' field."],
    ["created > soon", "Date value 'soon' for field 'created' is invalid. Valid formats include"],
    ["status =", "Error in the JQL Query: "],
    ["key = a order by a, b, c, d, e, f, g, h", "The maximum number of fields in the ORDER BY clause is 7."],
    ["key = a order by nothing", "Not able to sort using field 'nothing'."],
  ])("refuses %s", async (jql, message) => expect(found(jql)).rejects.toThrow(message));

  test("an empty query and a bare ORDER BY are not bounded", async () => {
    const bounded = await Promise.all(
      ["", "order by key", "key = A-1"].map(async (jql) => (await compileJql(jql, world)).isBounded),
    );
    expect(bounded).toEqual([false, false, true]);
  });

  test("dates are read in the caller's time zone, over a change of the clocks too", () => {
    const here = { now: Date.UTC(2026, 2, 29, 12), zone: "Europe/Berlin" };
    expect(momentOf("2026-03-29", "created", here)).toBe(Date.UTC(2026, 2, 28, 23));
    expect(momentOf("2026-03-30 08:00", "created", here)).toBe(Date.UTC(2026, 2, 30, 6));
    expect(momentOf("-1w", "created", here)).toBe(Date.UTC(2026, 2, 22, 12));
    expect(edgeMoment("endOfMonth", [], here)).toBe(Date.UTC(2026, 2, 31, 22) - 1);
    expect(edgeMoment("startOfWeek", ["+1d"], here)).toBe(Date.UTC(2026, 2, 29, 23));
    expect(edgeMoment("currentUser", [], here)).toBeNull();
  });
});
