import { describe, expect, test } from "vitest";
import { planFile, toPlanFile } from "#contract/plan-file";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { phases } from "#domain/plan/phases";
import { templates } from "#domain/plan/templates/library";
import { saveAsTemplate } from "#domain/plan/templates/save-as-template";
import type { Template } from "#domain/plan/templates/template";
import { startFromTemplate } from "#domain/plan/templates/template";
import { missingAttributes } from "#domain/plan/rules/completeness";
import { planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";

const start = (template: Template, id = "p-1", golive = "2026-09-14") =>
  startFromTemplate(template, {
    id,
    title: `${template.title} 1`,
    zone: "Europe/Berlin",
    golive,
    people: Object.fromEntries(template.places.map((place, at) => [place, `p${String(at)}@example.com`])),
  });
const anyDay = /\b20\d\d-\d\d-\d\d\b/;
const shape = ({ steps }: Plan) => steps.map(({ id, after, parent, success }) => ({ id, after, parent, success }));

describe.each(templates.map((template) => [template.id, template] as const))("M19 the template %s", (_, template) => {
  test("names no day, no person and no work item", () => {
    const text = JSON.stringify(template.plan);
    expect(text).not.toMatch(anyDay);
    expect(text).not.toContain("@");
    expect(template.plan.steps.every(({ key }) => key === null)).toBe(true);
  });

  test("M65 M75 gives a plan without an error or an empty attribute, and a place nobody fills is asked for", () => {
    const plan = start(template);
    const found = lint(plan);
    expect(found.filter(({ level }) => level === "error")).toEqual([]);
    expect(found.filter(({ rule }) => rule.startsWith("step-"))).toEqual([]);
    const followed = new Set(plan.steps.flatMap(({ after }) => after.map(({ step }) => step)));
    expect(plan.steps.flatMap((step) => missingAttributes(step, followed))).toEqual([]);
    const open = startFromTemplate(template, {
      id: "p",
      title: "P",
      zone: "UTC",
      golive: "2026-09-14",
      people: { [template.places[0] ?? ""]: "ana@example.com" },
    });
    expect(lint(open).filter(({ level }) => level === "error")).toEqual([]);
    if (template.places.length > 1) expect(lint(open).map(({ rule }) => rule)).toContain("owner-is-role");
  });

  test("fits between its first day and go-live, and goes live on that day", () => {
    const plan = start(template);
    const { items, cycle, faults } = scheduleReport(planNetwork(plan, "2026-01-01"));
    expect([cycle, faults]).toEqual([null, []]);
    expect(items.find(({ id }) => id === "golive")?.start.slice(0, 10)).toBe("2026-09-14");
    for (const { id, success } of plan.steps) {
      expect(success.length, id).toBeGreaterThan(0);
    }
  });

  test("a clone has the same steps and links; another clone and the template share nothing with it", () => {
    const [one, two] = [start(template, "one"), start(template, "two", "2027-02-01")];
    expect(shape(one)).toEqual(shape(two));
    expect(shape(one)).toEqual(shape(template.plan));
    expect(one.steps[0]).not.toBe(template.plan.steps[0]);
    expect(one.steps[0]?.after).not.toBe(two.steps[0]?.after);
    expect([one.anchors.golive, two.anchors.golive]).toEqual(["2026-09-14", "2027-02-01"]);
    expect(planFile.parse(toPlanFile(one))).toEqual(one);
  });
});

test("M65 the CRM roadmap has the five phases in order, M75 its starter risks on both sides of delivery, M74 its seats", () => {
  const plan = start(templates[0]!);
  expect([...new Set(plan.steps.map(({ phase }) => phase))]).toEqual([...phases]);
  expect(new Set(plan.risks.map(({ tag }) => tag))).toEqual(new Set(["pre-delivery", "post-delivery"]));
  expect(plan.risks).toHaveLength(5);
  expect(Object.values(plan.seats).every((seat) => seat?.includes("@") === true)).toBe(true);
  expect(plan.steps.find(({ kind }) => kind === "tuesday-morning")?.start).toBe("2026-09-08");
});

describe("M19 save as template", () => {
  const plan: Plan = {
    ...start(templates[0]!),
    calendar: { kind: "working", days: ["mon", "tue", "wed", "thu", "fri"], hours: ["08:00-16:00"], holidays: [] },
  };
  const pinned: Plan = {
    ...plan,
    steps: plan.steps.map((step) => {
      if (step.id === "accept") return { ...step, start: "2026-08-03", key: "CRM-7" };
      return step.id === "freeze" ? { ...step, start: "2026-09-12" } : step;
    }),
  };

  test("M65 every date becomes a distance and every person a place, and the plan of another go-live keeps the distances", () => {
    const saved = saveAsTemplate(pinned);
    if (saved.kind !== "template") throw new Error(saved.message);
    const { template } = saved;
    expect(JSON.stringify(template.plan)).not.toMatch(anyDay);
    expect(JSON.stringify(template.plan)).not.toContain("@");
    const again = startFromTemplate(template, {
      id: "again",
      title: pinned.title,
      zone: pinned.zone,
      golive: "2026-09-14",
      people: {},
    });
    const dates = (one: Plan) =>
      scheduleReport(planNetwork(one, "2026-01-01")).items.map(({ id, start: at }) => [id, at]);
    expect(dates(again)).toEqual(dates(pinned));
    expect(again.anchors).toEqual(pinned.anchors);
    const later = startFromTemplate(template, { id: "l", title: "L", zone: "UTC", golive: "2027-02-01", people: {} });
    expect(later.steps.find(({ id }) => id === "freeze")?.anchor).toEqual({ anchor: "golive", offset: "-2ed" });
    expect(later.steps.find(({ id }) => id === "accept")).toMatchObject({ key: null, start: null });
  });

  test("seats and champions keep what they are; a plan without go-live is refused with its mend", () => {
    const saved = saveAsTemplate(pinned);
    if (saved.kind !== "template") throw new Error(saved.message);
    expect(saved.template.places).toEqual(
      expect.arrayContaining(["Implementation owner", "Executive sponsor", "Project manager", "Champion of Sales"]),
    );
    expect(saveAsTemplate({ ...plan, anchors: {} })).toMatchObject({ kind: "refused", mend: expect.any(String) });
  });
});
