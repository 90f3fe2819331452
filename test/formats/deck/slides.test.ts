import type { SnapshotView, ThresholdChangeView } from "#contract/adoption";
import { seenBy } from "#app/adoption/seen-by";
import { sayReason } from "#domain/adoption/say-reason";
import { red } from "#domain/adoption/verdict";
import type { Reason } from "#domain/adoption/verdict";
import type { Slide } from "#formats/deck/deck";
import { slidesOf } from "#formats/deck/slides";
import { expect, test } from "vitest";
import { deckSnapshot } from "../../support/deck-snapshot";

const hour = 3_600_000;
const snapshot = await deckSnapshot();
const cut = Date.parse(snapshot.cut!);

const slideOf = (view: SnapshotView, id: string, now = cut): Slide => {
  const found = slidesOf(view, now).slides.find((slide) => slide.id === id);
  if (found === undefined) throw new Error(`No slide ${id}.`);
  return found;
};

test("M55 a cover, the gate, then one slide a metric: the asked ones first", () => {
  const { slides } = slidesOf(snapshot, cut);
  expect(slides.map(({ id }) => id)).toEqual([
    "cover",
    "gate",
    "ttft",
    "hdr",
    "trend",
    "concentration",
    "adoption-rate",
  ]);
  expect(slides.filter(({ kind }) => kind === "metric")).toHaveLength(snapshot.metrics.length);
  for (const metric of snapshot.metrics) {
    const slide = slideOf(snapshot, metric.metric);
    expect(slide.verdict?.colour).toBe(metric.verdict.colour);
    expect(slide.sentence).toBe(metric.sentence);
  }
});

test("the same snapshot at the same moment gives the same deck", () => {
  expect(slidesOf(structuredClone(snapshot), cut + hour)).toEqual(slidesOf(snapshot, cut + hour));
});

const reasons: readonly Reason[] = [
  "threshold",
  "trend",
  "insufficient-n",
  "insufficient-weeks",
  "stale-data",
  "guard",
  "undefined",
  "no-evidence",
  "no-decision",
];

test.each(reasons)("M55 a metric that is not GREEN is RED and says why: %s", (reason) => {
  const metrics = snapshot.metrics.map((metric) => ({ ...metric, verdict: red(reason) }));
  const { slides } = slidesOf({ ...snapshot, metrics }, cut);
  for (const { kind, verdict } of slides) {
    if (kind !== "metric") continue;
    expect(verdict).toEqual({ colour: "RED", reason: sayReason(red(reason)) });
    expect(verdict?.reason).toMatch(/[a-z]{3}/);
  }
});

test.each([
  [24 * hour - 1000, false],
  [24 * hour, false],
  [24 * hour + 1000, true],
])("M89 a number %i ms old is marked as older than a day: %s", (age, isOld) => {
  for (const slide of slidesOf(snapshot, cut + age).slides) {
    expect(slide).toMatchObject({ isOld, age: "24 h old" });
  }
});

test("before the first report nothing is old, and nothing is GREEN", () => {
  const metrics = snapshot.metrics.map((metric) => ({ ...metric, verdict: red("no-evidence"), value: null, n: 0 }));
  const deck = slidesOf({ ...snapshot, cut: null, ageHours: null, metrics }, cut);
  expect(deck.slides.every(({ age, isOld }) => age === "no data yet" && !isOld)).toBe(true);
  expect(deck.slides[0]?.sentence).toContain("0 of 5 metrics are GREEN, 5 are RED");
});

test("J6 a number that Jira hides from who asks is on no slide; the verdict is", () => {
  const view = seenBy(snapshot, { tickets: ["Help desk"], transactions: [] });
  for (const id of ["hdr", "trend"]) {
    const slide = slideOf(view, id);
    expect(slide).toMatchObject({ figure: null, n: null, interval: null, chart: { kind: "none" } });
    expect(slide.sentence).toContain("Jira does not show them to you");
    expect(slide.verdict?.colour).toBe(slideOf(snapshot, id).verdict?.colour);
  }
  expect(slideOf(view, "ttft").chart.kind).toBe("curve");
  const none = seenBy(snapshot, { tickets: [], transactions: ["Sales"] });
  for (const slide of slidesOf(none, cut).slides) expect(slide.chart).toEqual({ kind: "none" });
});

test("M71 a number, its size and its interval are those of the snapshot", () => {
  const ttft = snapshot.metrics.find(({ metric }) => metric === "ttft")!;
  const slide = slideOf(snapshot, "ttft");
  expect(slide.figure).toBe(`${Math.round(ttft.value! * 100)} %`);
  expect(slide.n).toBe("n = 40");
  expect(slide.interval).toBe(`95 % interval ${Math.round(ttft.lower! * 100)}–${Math.round(ttft.upper! * 100)} %`);
  expect(slide.chart).toEqual({ kind: "curve", curve: snapshot.curve });
  expect(slide.threshold).toBe(snapshot.thresholds[0]?.words);
  expect(slideOf(snapshot, "adoption-rate").threshold).toBeNull();
});

const lowered: ThresholdChangeView = {
  on: "2026-04-02",
  metric: "hdr",
  from: "Tickets a person a week: at most 0.15",
  to: "Tickets a person a week: at most 0.40",
  kind: "easier",
  isTakenBack: false,
  isUnanswered: true,
  decision: null,
};

test("M101 a threshold lowered after kick-off is on the slide of its metric, with who has not answered for it", () => {
  const easier = [{ metric: "hdr", sentence: "Threshold made easier on 2 Apr 2026." }];
  const view = { ...snapshot, thresholdChanges: [lowered], easier };
  expect(slideOf(view, "hdr").changes).toEqual([
    "Made easier on 2 Apr 2026: Tickets a person a week: at most 0.15 → Tickets a person a week: at most 0.40. Nobody answers for it.",
  ]);
  expect(slideOf(view, "ttft").changes).toEqual([]);
  expect(slideOf(view, "gate").changes).toEqual(["Threshold made easier on 2 Apr 2026."]);
  const answered = {
    ...lowered,
    isUnanswered: false,
    decision: { by: "account", givenUp: "A quieter help desk in May." },
  };
  const told = slideOf({ ...view, thresholdChanges: [answered] }, "hdr").changes.join();
  expect(told).toContain("Given up: A quieter help desk in May.");
  expect(told).not.toContain("account");
});

test("a line of the gate names its wave and its metric, each once", () => {
  const line = snapshot.gateLines[0]!;
  const gateLines = [
    { ...line, title: "Sales: Independent by day 14", sentence: "Sales: 61 % work on their own." },
    { ...line, title: "Tickets fall", sentence: "Tickets a person fall week by week." },
    { ...line, title: "Data completeness", sentence: "Data completeness: a part of it rests on fewer than 5 people." },
  ];
  expect(slideOf({ ...snapshot, gateLines }, "gate").lines.map(({ text }) => text)).toEqual([
    "Sales: Independent by day 14: 61 % work on their own.",
    "Tickets fall: Tickets a person fall week by week.",
    "Data completeness: a part of it rests on fewer than 5 people.",
  ]);
});

test("a gate with many lines goes on on another slide and drops none", () => {
  const line = snapshot.gateLines[0]!;
  const gateLines = Array.from({ length: 16 }, (_, at) => ({ ...line, title: `Wave ${at}` }));
  const gates = slidesOf({ ...snapshot, gateLines }, cut).slides.filter(({ kind }) => kind === "gate");
  expect(gates.flatMap(({ lines }) => lines.map(({ text }) => text.split(":")[0]))).toEqual(
    gateLines.map(({ title }) => title),
  );
  expect(gates.length).toBeGreaterThan(1);
  expect(new Set(gates.map(({ id }) => id)).size).toBe(gates.length);
});

test("K2 an outcome is a slide, as old as the day of its latest reading", () => {
  const outcome = {
    kpi: "entry",
    title: "Order entry time",
    unit: "min",
    better: "lower",
    owner: null,
    milestone: "golive",
    verdict: red("threshold"),
    standing: "behind",
    sentence: "Order entry time: 9 min where 6 were planned.",
    planned: [{ on: "2026-04-01", value: 6 }],
    readings: [
      { on: "2026-04-01", value: 12 },
      { on: "2026-04-20", value: 9 },
    ],
  } as const;
  const view = { ...snapshot, outcomes: [outcome] };
  const at = (spelled: string) => slideOf(view, "kpi entry", Date.parse(spelled));
  expect(at("2026-04-21T00:00:00Z")).toMatchObject({ figure: "9 min", age: "24 h old", isOld: false });
  expect(at("2026-04-21T00:00:01Z").isOld).toBe(true);
  expect(at("2026-04-21T00:00:00Z").notes).toContain("Last read on 20 Apr 2026.");
});

test("M89 a comment stands on its slide with name and day in the plan's zone, and on no other", () => {
  const plan = { ...snapshot.plan, zone: "Asia/Tokyo" };
  const comment = { slide: "hdr", text: "New starters this week.", by: "Petra", at: "2026-04-30T16:00:00Z" };
  const { slides } = slidesOf({ ...snapshot, plan }, cut, [comment, { ...comment, slide: "cover" }]);
  const said = slides.filter((slide) => slide.comment !== null);
  expect(said.map(({ id, comment: found }) => [id, found])).toEqual([
    ["hdr", { text: "New starters this week.", said: "Petra, 1 May 2026" }],
  ]);
  expect(slides.filter(({ takesComment }) => takesComment)).toHaveLength(slides.length - 1);
});
