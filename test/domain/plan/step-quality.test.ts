import { expect, test } from "vitest";
import { missingParts } from "#domain/plan/step-quality";
import { blankPlan } from "#domain/plan/blank";
import { lint } from "#domain/plan/lint";
import { someStep } from "../../support/any-plan";
import * as further from "./further-titles";
import * as trades from "./held-out-titles";
import { executable, executableLater, vague, vagueLater } from "./step-titles";

const isVague = (title: string) => missingParts(title).length > 0;

test("M4 the two sentences of the rule: the first is no action step, the second is", () => {
  expect(missingParts("Migrate data")).toEqual(["means", "check"]);
  const good =
    "Export all customer records from Salesforce Classic as CSV, validate record count against the source report, upload the file via Data Loader";
  expect(missingParts(good)).toEqual([]);
});

test.each([
  ["labelled before tuning", executable, vague],
  ["labelled after tuning", executableLater, vagueLater],
  ["other trades, used for tuning once", trades.tradesExecutable, trades.tradesVague],
  ["a second lot, used for tuning once", trades.tradesExecutableToo, trades.tradesVagueToo],
  ["a third lot, used for tuning once", trades.tradesExecutableLast, trades.tradesVagueLast],
  ["a fourth lot, used for tuning once", trades.tradesExecutableFourth, trades.tradesVagueFourth],
  ["other trades, held out", trades.heldOutExecutable, trades.heldOutVague],
  ["IT departments, used for tuning once", further.itExecutable, further.itVague],
  ["a fifth lot, held out", further.fifthExecutable, further.fifthVague],
  ["offices, held out", further.officeExecutable, further.officeVague],
])("M4 vague steps are found with precision and recall of at least 0.9: %s", (_, good, bad) => {
  const falseAlarms = good.filter(isVague);
  const overlooked = bad.filter((title) => !isVague(title));
  const found = bad.length - overlooked.length;
  expect({ falseAlarms, overlooked }).toSatisfy(
    () => found / (found + falseAlarms.length) >= 0.9 && found / bad.length >= 0.9,
  );
});

test.each([
  ["Ensure the twelve bolts are tight with wrench W-4 and record the torque", ["verb", "object"]],
  ["Export all records", ["means", "check"]],
  ["Export all records from Salesforce", ["check"]],
  ["Export all records and verify the count", ["means"]],
  ["Configure approval flows in ServiceNow", ["check"]],
  ["Anonymise customer names with script mask.py", ["check"]],
  ["Template design in Figma and check of the result by two designers", ["verb", "object"]],
])("M4 %s lacks %j", (title, lacking) => {
  expect(missingParts(title)).toEqual(lacking);
});

test.each([
  ["German", ["Daten migrieren", "Exportieren aller Kunden aus dem alten System und Prüfung der Anzahl"]],
  ["French", ["Former les utilisateurs", "Exporter les clients depuis le système et vérifier le nombre"]],
  ["Japanese", ["データを移行する", "テスト"]],
  ["Greek", ["Μεταφορά δεδομένων"]],
])("M4 a plan in %s is left alone", (_, titles) => {
  const steps = titles.map((title, at) => someStep(`s${String(at)}`, { title }));
  const vagueSteps = (some: typeof steps) =>
    lint({ ...blankPlan("p", "P"), steps: some }).filter(({ rule }) => rule === "step-vague");
  expect(vagueSteps(steps)).toEqual([]);
  expect(vagueSteps([someStep("m", { title: "Migrate data" })])).toHaveLength(1);
});
