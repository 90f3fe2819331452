import { describe, expect, test } from "vitest";
import { metrics } from "../../cli/metrics";
import { drawnPlan, start } from "../support/usage-world";

const day = 86_400_000;
const at = (days: number): string => new Date(start + days * day).toISOString();
const event = (person: number, days: number, kind: string, more: object = {}) => {
  return {
    id: `${kind}-${person}-${days}`,
    plan: "crm",
    person: `p${person}`,
    at: at(days),
    kind,
    process: "order",
    ...more,
  };
};

/** Fourteen on days 1 to 14; then one case of every rule of independence. */
const events = [
  ...Array.from({ length: 14 }, (_, person) => event(person, 1 + person, "transaction")),
  event(14, 3, "transaction", { assisted: true }),
  event(14, 5, "transaction"),
  event(15, 4, "transaction", { environment: "sandbox" }),
  event(16, 6, "transaction"),
  event(16, 6.5, "reversal"),
  event(16, 9, "transaction"),
  event(17, 7, "left"),
  event(18, -2, "transaction"),
  event(19, 5, "transaction"),
  event(20, 2, "transaction", { channel: "service" }),
];
const people = Array.from({ length: 24 }, (_, person) => `p${person},sales,D`);
const files = {
  plan: drawnPlan(["sales"]),
  events: events.map((one) => JSON.stringify(one)).join("\n"),
  people: ["person,wave,department", ...people].join("\n"),
  tickets: JSON.stringify({ ...event(19, 5.5, "ticket"), kind: undefined }),
  cut: start + 35 * day,
  wave: null,
};

/** Aalen and Johansen's sum with fractions a hand can follow: 23 watched, one leaves on day 7, two extra on days 5 and 9. */
function byHand(): number {
  const independent = [...Array.from({ length: 14 }, (_, place) => 1 + place), 5, 9];
  let [share, free, atRisk] = [0, 1, 23];
  for (let moment = 1; moment <= 14; moment += 1) {
    const made = independent.filter((when) => when === moment).length;
    const left = moment === 7 ? 1 : 0;
    share += (free * made) / atRisk;
    free *= 1 - (made + left) / atRisk;
    atRisk -= made + left;
  }
  return share;
}

describe("uptake metrics, from files alone", () => {
  test("H3 without a list of tickets there is no ratio to open a gate with; an empty list says that there were none, and the guard speaks", async () => {
    const desk = async (tickets: string | null) =>
      (await metrics({ ...files, tickets })).metrics.find(({ metric }) => metric === "hdr")!;
    expect(await desk(null)).toMatchObject({ value: null, verdict: { colour: "RED", reason: "no-evidence" } });
    expect(await desk("id,person,at\n")).toMatchObject({ verdict: { colour: "RED", reason: "guard" } });
  });

  test("every rule of independence, with n, interval, age, exclusions and one reason a verdict", async () => {
    const found = await metrics(files);
    const [ttft] = found.metrics;
    expect(ttft).toMatchObject({ metric: "ttft", n: 23, verdict: { colour: "RED", reason: "threshold" } });
    expect(ttft!.value).toBeCloseTo(byHand(), 12);
    expect(found.curve).toMatchObject({ n: 23, independent: 16, left: 1, naiveMedianDays: 7.5 });
    expect([found.ageHours, found.cut]).toEqual([0, new Date(files.cut).toISOString()]);
    expect(found.exclusions.map(({ count }) => count)).toEqual([null, 0, 1, 1, 0]);
    expect(found.gate).toMatchObject({ open: false, total: 4 });
  });

  test("the same files give the same snapshot; a later cut another", async () => {
    const one = await metrics(files);
    expect((await metrics(files)).id).toBe(one.id);
    expect((await metrics({ ...files, cut: files.cut + day })).id).not.toBe(one.id);
  });

  test("nobody, and nothing reported, is null and RED, never 0", async () => {
    const nobody = await metrics({ ...files, events: "[]", people: "person,wave,department\n", tickets: null });
    expect(nobody.metrics.every(({ value, verdict }) => value === null && verdict.colour === "RED")).toBe(true);
    expect(nobody.curve).toBeNull();
  });
});
