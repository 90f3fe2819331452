import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountOf } from "../../workbench/sites/act";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";
import { admin, openPlannedSpace, visit } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";

/** However a space is managed and whatever it calls things: set up, a plan dropped, and the work items where they belong. */
let space: PlannedSpace;
let browser: Browser;

beforeAll(async () => {
  space = await openPlannedSpace(null);
  browser = await launchChromium();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

interface Kind {
  readonly name: string;
  readonly key: string;
  readonly managed: "company" | "team";
  readonly uses: Readonly<Record<string, string>>;
  readonly step: string;
  /** Whether steps stand under the plan, or are only linked from it. */
  readonly nests: boolean;
}

const mapped = { Plan: "Epic", Step: "Task", Risk: "Bug", Rollback: "Story" };
const kinds: readonly Kind[] = [
  { name: "company-managed", key: "OWN", managed: "company", uses: {}, step: "Step", nests: false },
  {
    name: "the plan at epic level",
    key: "EPIC",
    managed: "company",
    uses: { Plan: "Epic" },
    step: "Step",
    nests: true,
  },
  {
    name: "steps as sub-tasks",
    key: "SUB",
    managed: "company",
    uses: { Plan: "Story", Step: "Sub-task" },
    step: "Sub-task",
    nests: true,
  },
  { name: "existing types throughout", key: "MAP", managed: "company", uses: mapped, step: "Task", nests: true },
  { name: "team-managed", key: "TEAM", managed: "team", uses: mapped, step: "Task", nests: true },
];

const template = {
  company: "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
  team: "com.pyxis.greenhopper.jira:gh-simplified-agility-kanban",
};

test.each(kinds)(
  "$name: set up by hand, applied, and every step in its place (M92, M94)",
  async ({ name, key, managed, uses, step, nests }) => {
    const leadAccountId = accountOf(space.grounds, admin);
    const projectTemplateKey = template[managed];
    const made = { key, name, projectTypeKey: "software", projectTemplateKey, leadAccountId };
    await space.call("POST", "/rest/api/3/project", made);
    const { open } = await visit(browser, space, { person: "Ada" });
    const setUp = await open("/jira/settings/app/uptake-admin");
    await setUp
      .getByRole("combobox", { name: "Space" })
      .selectOption({ label: `${name} (${key}, ${managed}-managed)` });
    for (const [kind, type] of Object.entries(uses)) {
      const option = setUp.getByLabel(kind, { exact: true }).locator("option", { hasText: `Use “${type}”` });
      await setUp.getByLabel(kind, { exact: true }).selectOption((await option.first().getAttribute("value")) ?? "");
      await setUp.getByText(`Work type “${type}” stands for ${kind}`).waitFor();
    }
    await setUp.getByRole("button", { name: /^(Set up|Confirm)/ }).click();
    await setUp.getByRole("button", { name: "Remove set-up …" }).waitFor();

    const page = await open(`/jira/spaces/${key}/app/uptake-space`);
    const file = { name: "returns.yaml", mimeType: "text/yaml", buffer: Buffer.from(journeyPlan) };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.getByRole("button", { name: /^Apply: create 13/ }).click();
    await page.getByText("13 work items created, nothing failed.").waitFor();

    const jql = encodeURIComponent(`project = ${key} and issuetype = "${step}"`);
    const found = await space.call("GET", `/rest/api/3/search/jql?jql=${jql}&fields=parent&maxResults=50`);
    const steps: readonly { fields: { parent?: { key: string } } }[] = Object(found)["issues"];
    expect(steps.length).toBe(8);
    expect(steps.filter(({ fields }) => fields.parent !== undefined).length).toBe(nests ? 8 : 0);
  },
  90_000,
);
