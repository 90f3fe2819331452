import { adoption } from "#app/adoption/adoption";
import type { PackedRow } from "#contract/usage-event";
import { setAside } from "#domain/adoption/ticket-category";
import { beforeEach, describe, expect, test } from "vitest";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";
import { drawnPlan, start } from "../../support/usage-world";

const day = 86_400_000;
const people = Array.from({ length: 20 }, (_, at) => at + 1);

let desk: AdoptionDesk;
beforeEach(async () => {
  desk = adoptionDesk(drawnPlan(["a"]), start + 45 * day);
  await desk.list(people.map((person) => ({ person, wave: "a", department: "Sales" })));
  await desk.report(people.flatMap((person) => days(40).map((at) => [person, start + at * day, "t", "order", 0, ""])));
});

const days = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const look = () => adoption({ plan: "crm", wave: null }, desk.outside);

/** A ticket of each of the first so many people, between their first and second day at work. */
const tickets = (count: number, ...about: [] | [(typeof setAside)[number] | "how-to"]): PackedRow[] =>
  people.slice(0, count).map((person) => [person, start + day / 2, "k", "order", 0, `T-${person}`, ...about]);

describe("H4 duplicates, spam and alerts", () => {
  test.each(setAside)("%s: the same numbers as without them, and counted among what is left out", async (about) => {
    await desk.report([[1, start + 3 * day, "k", "order", 0, "T-real"]]);
    const without = await look();
    desk.now += 1000;
    await desk.report(tickets(8, about).map((row) => [row[0], row[1], row[2], row[3], row[4], `A-${row[5]}`, about]));
    const { metrics, weeks, curve, askedFor, exclusions } = await look();
    expect({ metrics, weeks, curve, askedFor }).toEqual({
      metrics: without.metrics,
      weeks: without.weeks,
      curve: without.curve,
      askedFor: without.askedFor,
    });
    expect(exclusions).toContainEqual({ what: "Tickets marked as duplicate, spam or monitoring", count: 8 });
  });

  test("A1 a ticket near somebody's work means help, until it turns out to be spam, and again when it does not", async () => {
    const independentAt = async () => (await look()).curve!.points.findIndex(({ share }) => share === 1);
    const before = await independentAt();
    desk.now += 1000;
    await desk.report(tickets(20));
    const helped = await independentAt();
    expect(helped).not.toBe(before);
    desk.now += 1000;
    await desk.report(tickets(20, "spam"));
    expect(await independentAt()).toBe(before);
    desk.now += 1000;
    await desk.report(tickets(20, "how-to"));
    expect(await independentAt()).toBe(helped);
  });

  test("P1 fewer than five are no number", async () => {
    const left = async () => (await look()).exclusions.find(({ what }) => what.startsWith("Tickets"))!.count;
    expect(await left()).toBe(0);
    for (const [count, shown] of [
      [4, null],
      [5, 5],
    ] as const) {
      desk.now += 1000;
      await desk.report(tickets(count, "duplicate"));
      expect(await left()).toBe(shown);
    }
  });

  test("H3 a help desk that has sent nothing but spam has been heard from", async () => {
    const hdr = async () => (await look()).metrics.find(({ metric }) => metric === "hdr")!;
    expect((await hdr()).value).toBeNull();
    desk.now += 1000;
    await desk.report(tickets(5, "spam"));
    expect((await hdr()).value).toBe(0);
  });
});
