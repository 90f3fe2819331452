import { assert, array, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import type { ProposalRow, ProposalView } from "#contract/sync";
import { conflictsOf, settleAll } from "../../static/src/sync/conflicts";
import { fieldName, fieldText } from "../../static/src/sync/field-words";
import { proposalLines } from "../../static/src/sync/proposal-lines";
import { filterHistory } from "../../static/src/sync/history-filter";
import { sayDrift } from "../../static/src/sync/say-drift";
import { isEqual, plainOffers, unsettled } from "../../static/src/sync/settling";
import { spanOf, usualHeight } from "../../static/src/sync/window-span";
import { wordDiff } from "../../static/src/sync/word-diff";

const words = array(constantFrom("ship", "the", "map", "to", "Sales", " ", "\n"), { maxLength: 12 });

test("M92 a word diff put together is both texts but for the space, and marks nothing between equal ones", () => {
  assert(
    property(words, words, (a, b) => {
      const [before, after] = [a.join(" "), b.join(" ")];
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join("")
          .replaceAll(/\s+/g, "");
      expect([without("new"), without("gone")]).toEqual([before, after].map((text) => text.replaceAll(/\s+/g, "")));
      expect(wordDiff(before, before).every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});

test("M92 a word diff marks the one word that changed", () => {
  expect(wordDiff("Book the Holborn room now", "Book the Leeds room now")).toEqual([
    { kind: "same", text: "Book the " },
    { kind: "gone", text: "Holborn " },
    { kind: "new", text: "Leeds " },
    { kind: "same", text: "room now" },
  ]);
  expect(wordDiff("on Tuesday, using the sheet", "on Tuesday")).toEqual([
    { kind: "same", text: "on Tuesday" },
    { kind: "gone", text: ", using the sheet" },
  ]);
});

test("M92 a value with parts is told in words, never in brackets", () => {
  const success =
    '[{"measure":"interviews","op":"=","unit":"people","value":6,"by":{"anchor":"golive","offset":"+2d"}}]';
  expect(fieldText(success)).toBe("interviews = 6 people, by (anchor golive, offset +2d)");
  const threshold = JSON.stringify([{ at: "14d", metric: "ttft", op: ">=", rule: "point", value: 0.7 }]);
  expect(fieldText(threshold)).toBe("ttft >= 0.7, at 14d, rule point");
  expect(fieldText('[{"on":"2026-11-16","value":14}]')).toBe("14, on 2026-11-16");
  expect([fieldText(""), fieldText(null), fieldText('["a","b"]'), fieldText("plain [x")]).toEqual([
    null,
    null,
    "a, b",
    "plain [x",
  ]);
  expect([fieldName("after"), fieldName("duration")]).toEqual(["Waits for", "Duration"]);
});

const row = (item: string, rest: Partial<ProposalRow> = {}): ProposalRow => ({
  item,
  kind: "step",
  action: "create",
  key: null,
  title: `Title of ${item}`,
  fields: [],
  refusal: null,
  ...rest,
});

const proposal = (rows: readonly ProposalRow[]): ProposalView => ({
  plan: { id: "p", title: "P" },
  hash: "h",
  counts: { create: 0, adopt: 0, update: 0, pull: 0, conflict: 0, link: 0, unlink: 0, orphan: 0, refusal: 0, rest: 0 },
  rows,
  links: [{ action: "link", from: "a", to: "b", label: "FS", titles: { from: "A", to: "B" } }],
  findings: [],
  limit: null,
  estimate: { requests: 0, points: 0, seconds: 0, minutes: 0, allowance: { left: 1, perHour: 1 } },
  offers: [],
  orphans: [],
  running: null,
  blocked: [],
});

const conflict = { field: "summary", step: "conflict", base: "x", plan: "y", jira: "z" } as const;

test("M92 the preview groups by what happens, and a search keeps the headings with how many are left", () => {
  const view = proposal([
    row("a"),
    row("b", { action: "update", key: "CRM-7", fields: [{ ...conflict, step: "push" }] }),
    row("c", { action: "conflict", fields: [conflict] }),
  ]);
  const ids = (filter: Parameters<typeof proposalLines>[1]) =>
    proposalLines(view, filter).map((line) =>
      line.kind === "head" ? `${line.group} ${String(line.shown)}/${String(line.all)}` : line.id,
    );
  expect(ids({ words: "", only: null })).toEqual([
    "create 1/1",
    "create a 0",
    "update 1/1",
    "update b 0",
    "link 1/1",
    "link a b FS",
  ]);
  expect(ids({ words: "crm-7 title", only: null })).toEqual(["create 0/1", "update 1/1", "update b 0", "link 0/1"]);
  expect(ids({ words: "", only: "link" })).toEqual(["link 1/1", "link a b FS"]);
});

test("M92 a rule settles every conflict by its name", () => {
  const rows = [
    row("c", { fields: [conflict, { ...conflict, field: "due" }, { ...conflict, field: "x", step: "push" }] }),
  ];
  expect(settleAll(conflictsOf(rows), "jira")).toEqual({ "c/summary": "jira", "c/due": "jira" });
});

test("M92 of a thousand lines only those near the part in sight are drawn, and the rest keeps its room", () => {
  const keys = Array.from({ length: 1000 }, (_, at) => String(at));
  for (const top of [0, 9_000, 36_440, 90_000]) {
    const span = spanOf({ keys, heights: new Map([["3", 400]]), top });
    expect(span.last - span.first).toBeGreaterThan(10);
    expect(span.last - span.first).toBeLessThan(45);
    const drawn = keys.slice(span.first, span.last).reduce((sum, key) => sum + (key === "3" ? 400 : usualHeight), 0);
    expect(span.above + drawn + span.below).toBe(999 * usualHeight + 400);
  }
});

test("M92 what leaves no doubt is taken on together: one candidate, wanted once", () => {
  const candidate = (key: string) => ({ key, title: "T", status: "To Do", because: "title" as const });
  const offer = (item: string, ...keys: readonly string[]) => ({
    item,
    kind: "step" as const,
    title: "T",
    candidates: keys.map(candidate),
  });
  const offers = [offer("a", "CRM-1"), offer("b", "CRM-2", "CRM-3"), offer("c", "CRM-4"), offer("d", "CRM-4")];
  expect(plainOffers(offers)).toEqual({ a: "CRM-1" });
});

test("M92 a decision taken back is no decision", () => {
  const begin = unsettled(7);
  expect(isEqual(begin, { ...begin, choices: { b: "file", a: "jira" } })).toBe(false);
  expect(
    isEqual({ ...begin, choices: { b: "file", a: "jira" } }, { ...begin, choices: { a: "jira", b: "file" } }),
  ).toBe(true);
});

test("M92 drift is said with its number and since when, and not at all before the first look", () => {
  const checkedAt = Date.parse("2026-11-20T12:00:00Z");
  const view = { checkedAt, since: checkedAt - 3 * 86_400_000, rows: [], newcomers: [] };
  const difference = {
    item: "a",
    kind: "step",
    key: null,
    title: "A",
    what: "field",
    field: "summary",
    was: "x",
    now: "y",
    since: 0,
    by: null,
  } as const;
  expect(sayDrift(view)).toBe("Plan and Jira agree");
  expect(sayDrift({ ...view, checkedAt: null })).toBe("Not looked at yet");
  expect(sayDrift({ ...view, rows: [difference, difference] })).toBe("2 differences since Tuesday");
});

test("M92 the history is found by person, field and side", () => {
  const entry = (by: string, side: "plan" | "jira", field: string) =>
    ({ at: 0, by, side, item: "a", title: "Map", key: "CRM-1", field, was: null, now: null, run: null }) as const;
  const entries = [entry("1", "plan", "summary"), entry("2", "jira", "due")];
  const names = new Map([["2", "Priya Nair"]]);
  const fields = (words: string, side: "all" | "plan" | "jira") =>
    filterHistory(entries, { words, side, names }).map(({ field }) => field);
  expect(fields("priya", "all")).toEqual(["due"]);
  expect(fields("title map", "all")).toEqual(["summary"]);
  expect([fields("", "plan"), fields("crm-1", "jira"), fields("nobody", "all")]).toEqual([["summary"], ["due"], []]);
});
