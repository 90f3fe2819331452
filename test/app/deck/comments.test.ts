import { beforeEach, expect, test } from "vitest";
import { commentSlide, deckComments } from "#app/deck/comments";
import type { PlanLog } from "#app/log";
import { commentRequest } from "#contract/deck";
import { blankPlan } from "#domain/plan/blank";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";
import { memoryLog } from "../../support/memory-log";

let desk: AdoptionDesk;
let log: PlanLog;

beforeEach(() => {
  const waves = [{ id: "sales", title: "Sales", golive: "2026-03-16", departments: [] }];
  desk = adoptionDesk({ ...blankPlan("crm", "CRM"), waves }, Date.parse("2026-03-18T12:00:00Z"));
  log = memoryLog();
});

const outside = () => ({ ...desk.outside, log, nameOf: async (account: string) => `Name of ${account}` });
const read = (wave: string | null = null) => deckComments({ plan: "crm", wave }, outside());
const say = (text: string, more: { slide?: string; wave?: string | null } = {}) =>
  commentSlide({ plan: "crm", wave: null, slide: "hdr", text, ...more }, outside());

test("M89 the newest comment of a slide holds, with who and when; older ones stay in the log", async () => {
  await say("First thought");
  desk.caller = "pia";
  desk.now += 1000;
  await say("Second thought");
  await say("Of the gate", { slide: "gate" });
  const { comments } = await read();
  expect(comments).toEqual([
    { slide: "hdr", text: "Second thought", by: "Name of pia", at: new Date(desk.now).toISOString() },
    { slide: "gate", text: "Of the gate", by: "Name of pia", at: new Date(desk.now).toISOString() },
  ]);
  expect(
    await log.read({ space: (await desk.outside.loadPlan("crm")).spaceId, plan: "crm" }, ["comment"]),
  ).toHaveLength(3);
});

test("an empty comment takes it off the slide, and each wave has its own", async () => {
  await say("Of all waves");
  await say("Of sales", { wave: "sales" });
  desk.now += 1000;
  await say("");
  expect((await read()).comments).toEqual([]);
  expect((await read("sales")).comments.map(({ text }) => text)).toEqual(["Of sales"]);
});

test("who may not edit the plan reads only", async () => {
  await say("For all to read");
  desk.may = ["see"];
  await expect(say("Mine")).rejects.toMatchObject({ code: "not_allowed" });
  expect(await read()).toMatchObject({ mayWrite: false, comments: [{ text: "For all to read" }] });
  desk.may = [];
  await expect(read()).rejects.toMatchObject({ code: "not_allowed" });
});

test("a slide the deck does not have takes no comment, nor does a wave that is gone", async () => {
  for (const slide of ["cover", "kpi gone", "__proto__"]) {
    await expect(say("Lost", { slide })).rejects.toMatchObject({ code: "stale" });
  }
  await expect(say("Lost", { wave: "gone" })).rejects.toMatchObject({ code: "stale" });
});

test("of a closed account the name is gone and the words stay", async () => {
  const ref = { space: (await desk.outside.loadPlan("crm")).spaceId, plan: "crm" };
  const body = { slide: "hdr", wave: null, text: "Still true", by: "" };
  await log.append(ref, "comment", [{ id: "old", at: desk.now, body }]);
  expect((await read()).comments).toMatchObject([{ text: "Still true", by: "somebody" }]);
});

test("a comment has an end", () => {
  const asked = { plan: "crm", slide: "hdr" };
  expect(commentRequest.safeParse({ ...asked, text: "x".repeat(500) }).success).toBe(true);
  expect(commentRequest.safeParse({ ...asked, text: "x".repeat(501) }).success).toBe(false);
});
