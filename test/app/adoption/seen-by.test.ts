import { adoption, gadget } from "#app/adoption/adoption";
import { arithmetic } from "#app/adoption/arithmetic";
import { tail } from "#app/adoption/tail";
import { expect, test } from "vitest";
import { adoptionDesk } from "../../support/memory-adoption";
import { drawnPlan, start } from "../../support/usage-world";
import type { AdoptionDesk } from "../../support/memory-adoption";

const day = 86_400_000;

/** Twenty people at work for six weeks, each with a ticket a week. */
async function desk(): Promise<AdoptionDesk> {
  const made = adoptionDesk(drawnPlan(["sales"]), start + 45 * day);
  const people = Array.from({ length: 20 }, (_, at) => at + 1);
  await made.list(people.map((person) => ({ person, wave: "sales", department: "Inside" })));
  await made.report(
    people.flatMap((person) =>
      Array.from({ length: 40 }, (_, at) => [person, start + at * day + person * 60_000, "t", "order", 0, ""] as const),
    ),
  );
  await made.report(
    people.flatMap((person) =>
      Array.from(
        { length: 5 },
        (_, at) => [person, start + (7 * at + 3.5) * day, "k", "x", 0, `jira-${person}${at}`, "how-to"] as const,
      ),
    ),
  );
  await made.report(people.map((person) => [person, start + 4 * day, "k", "x", 0, `jira-d${person}`, "duplicate"]));
  return made;
}

const asked = { plan: "crm", wave: null };

test("J6 whoever may not see the tickets sees no number made of them, and every other number as it is", async () => {
  const at = await desk();
  const whole = await adoption(asked, at.outside);
  at.hidden = { tickets: ["Help desk"], transactions: [] };
  const seen = await adoption(asked, at.outside);
  const of = (view: typeof whole, metric: string) => view.metrics.find((one) => one.metric === metric)!;
  expect(of(whole, "hdr").value).not.toBeNull();
  for (const metric of ["hdr", "trend"] as const) {
    expect(of(seen, metric)).toMatchObject({ value: null, lower: null, upper: null, n: 0 });
    expect(of(seen, metric).sentence).toContain("Help desk");
    expect(of(seen, metric).verdict).toEqual(of(whole, metric).verdict);
    await expect(arithmetic({ ...asked, metric, department: null }, at.outside)).rejects.toMatchObject({
      code: "suppressed",
    });
  }
  expect(whole.askedFor).toMatchObject({ leading: "how-to" });
  expect([seen.weeks, seen.askedFor]).toEqual([[], null]);
  const aside = (view: typeof whole) => view.exclusions.find(({ what }) => what.startsWith("Tickets"))!.count;
  expect([aside(whole), aside(seen)]).toEqual([20, null]);
  expect(seen.trend.line).toBeNull();
  expect(seen.gate.open).toBe(whole.gate.open);
  expect(of(seen, "ttft")).toEqual(of(whole, "ttft"));
  expect(seen.curve).toEqual(whole.curve);
  const told = JSON.stringify(
    await gadget({ config: { version: 1, ...asked, cards: ["hdr", "gate"], weeks: null } }, at.outside),
  );
  expect(told).not.toContain(String(of(whole, "hdr").value));
  expect(await arithmetic({ ...asked, metric: "ttft", department: null }, at.outside)).toMatchObject({
    metric: "ttft",
  });
});

test("J6 whoever may not see the work that counts as transactions sees no number at all, and the kept snapshot stays whole", async () => {
  const at = await desk();
  at.hidden = { tickets: [], transactions: ["Orders"] };
  const seen = await adoption(asked, at.outside);
  expect(seen.metrics.map(({ value, n }) => [value, n])).toEqual(seen.metrics.map(() => [null, 0]));
  expect([seen.curve, seen.weeks, seen.differences]).toEqual([null, [], []]);
  expect(seen.departments.every(({ shown }) => shown === null)).toBe(true);
  expect(seen.exclusions.every(({ count }) => count === null)).toBe(true);
  at.settings.set("coach:crm", { coach: "me" });
  await expect(tail(asked, at.outside)).rejects.toMatchObject({ code: "suppressed" });
  at.hidden = { tickets: [], transactions: [] };
  expect((await adoption(asked, at.outside)).curve).not.toBeNull();
});
