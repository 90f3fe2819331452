import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";
import { visit } from "../support/planned-space";

/** What a space's plans use is seen, and another mapping tried, before anything is saved. */
const journey = openJourney(journeyPlan);

const settings = "/jira/spaces/CRM/settings/app/uptake-space-settings";

test("the administrator sees what another step type would mean for what is there, and cannot save it unread (M94)", async () => {
  const { open } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await open(settings);
  await frame.getByRole("row", { name: /^Step Step/ }).waitFor();
  await frame.getByText("A plan holds a step").first().waitFor();
  await frame.getByRole("button", { name: "Change what is used" }).click();
  await frame.getByLabel("Step", { exact: true }).selectOption({ label: "Task" });
  await frame.getByText("8 work items no longer count as Step.").waitFor();
  const save = frame.getByRole("button", { name: "Save" });
  await expect.poll(() => save.isDisabled()).toBe(true);
  expect((await journey.space.pageOf("admin@example.com").ask("mapping", { space: "CRM" })).types[1]?.name).toBe(
    "Step",
  );
  await frame.getByRole("button", { name: "Leave it as it is" }).click();
  await frame.getByRole("button", { name: "Change what is used" }).waitFor();
}, 60_000);

test("a link type nothing uses yet is changed in two clicks, and the page shows it at once (M94)", async () => {
  const { open } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await open(settings);
  await frame.getByRole("button", { name: "Change what is used" }).click();
  await frame.getByLabel("A rollback covers a step").selectOption({ label: "Relates" });
  await frame.getByText("1 link “Rollback” no longer says “rolls back”.").waitFor();
  await frame.getByLabel("I have read what happens").click();
  await frame.getByRole("button", { name: "Save" }).click();
  await frame.getByRole("row", { name: /^A rollback covers a step Relates/ }).waitFor();
}, 60_000);

test("what was ticked as read holds for that list alone: when it has grown since, nothing is saved unread (M94)", async () => {
  const { open } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await open(settings);
  await frame.getByRole("button", { name: "Change what is used" }).click();
  await frame.getByLabel("A risk threatens a step").selectOption({ label: "Duplicate" });
  await frame.getByText("3 links “Threat” no longer say “threatens”.").waitFor();
  await frame.getByLabel("I have read what happens").click();
  await linkOneMore("Risk", "Step");
  await frame.getByRole("button", { name: "Save" }).click();
  await frame.getByText("The site has changed since you looked at this preview.").waitFor();
  await frame.getByRole("button", { name: "Try again" }).click();
  await frame.getByText("4 links “Threat” no longer say “threatens”.").waitFor();
  await expect.poll(() => frame.getByLabel("I have read what happens").isChecked()).toBe(false);
  await expect.poll(() => frame.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
}, 60_000);

async function linkOneMore(from: string, to: string): Promise<void> {
  const first = async (type: string) => {
    const jql = encodeURIComponent(`project = CRM and issuetype = ${type} order by key`);
    const found = await journey.space.call("GET", `/rest/api/3/search/jql?jql=${jql}&fields=summary&maxResults=1`);
    return { key: String(Object(Object(found)["issues"][0])["key"]) };
  };
  const ends = { outwardIssue: await first(to), inwardIssue: await first(from) };
  await journey.space.call("POST", "/rest/api/3/issueLink", { type: { name: "Threat" }, ...ends });
}

test("somebody who only works here reads the mapping, and is told whom to ask", async () => {
  await expect(journey.space.pageOf("member@example.com").ask("setupPreview", { space: "CRM" })).rejects.toThrow(
    /Administer Jira/,
  );
  const view = await journey.space.pageOf("member@example.com").ask("mapping", { space: "CRM" });
  expect([view.mayChange, view.types.map(({ name }) => name)]).toEqual([false, ["Plan", "Step", "Risk", "Rollback"]]);
}, 60_000);
