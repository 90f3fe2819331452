import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { testJira } from "../../support/jira";

const rules = z.object({
  modules: z.object({ "jira:workflowValidator": z.array(z.object({ key: z.string(), expression: z.string() })) }),
});
const manifest = rules.parse(parse(readFileSync(new URL("../../../manifest.yml", import.meta.url), "utf8")));
const expression =
  manifest.modules["jira:workflowValidator"].find(({ key }) => key === "uptake-predecessors")?.expression ?? "";

test("M92 the workflow rule lets a step be done only when everything that blocks it is", async () => {
  const site = testJira();
  const make = async (summary: string) => {
    const fields = { project: { key: "CRM" }, issuetype: { name: "Task" }, summary };
    return z
      .object({ id: z.string(), key: z.string() })
      .parse((await site.call("POST", "/rest/api/3/issue", { fields })).body);
  };
  const [before, step, after] = [await make("Before"), await make("Step"), await make("After")];
  const link = (inward: string, outward: string, type = "Blocks") =>
    site.call("POST", "/rest/api/3/issueLink", {
      type: { name: type },
      inwardIssue: { key: inward },
      outwardIssue: { key: outward },
    });
  const allows = async () => {
    const asked = { expression, context: { issue: { key: step.key } } };
    return z
      .object({ value: z.boolean() })
      .parse((await site.call("POST", "/rest/api/3/expression/evaluate", asked)).body).value;
  };
  expect(await allows()).toBe(true);
  await link(step.key, after.key);
  await link(before.key, step.key, "Relates");
  expect(await allows()).toBe(true);
  await link(before.key, step.key);
  expect(await allows()).toBe(false);
  const { transitions } = z
    .object({
      transitions: z.array(
        z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
      ),
    })
    .parse((await site.call("GET", `/rest/api/3/issue/${before.key}/transitions`)).body);
  const done = transitions.find(({ to }) => to.statusCategory.key === "done")?.id;
  await site.call("POST", `/rest/api/3/issue/${before.key}/transitions`, { transition: { id: done } });
  expect(await allows()).toBe(true);
});
