import { expect, test } from "vitest";
import { addItem, addSpace, openSite, type Send, type TestSite } from "../config/site";

async function stocked(): Promise<{ site: TestSite; admin: Send }> {
  const site = openSite();
  addSpace(site);
  const admin = site.as("administrator");
  await addItem(admin, { summary: "First" }, [{ key: "plan.item", value: { phase: "pre" } }]);
  await addItem(admin, { summary: "Second", duedate: "2026-03-01", labels: ["a"] });
  await admin("POST", "issueLink", {
    type: { name: "Blocks" },
    inwardIssue: { key: "CRM-1" },
    outwardIssue: { key: "CRM-2" },
  });
  return { site, admin };
}

async function value(send: Send, expression: string, key = "CRM-2"): Promise<unknown> {
  const reply = await send("POST", "expression/evaluate", { expression, context: { issue: { key } } });
  return reply.status === 200 ? reply.body["value"] : reply.body["errorMessages"];
}

const blocked =
  "issue.links.filter(link => link.type.name == 'Blocks' && link.direction == 'inward' && link.linkedIssue.status.category.key != 'done').length == 0";

test("expressions read the work item, its links, properties, user and space", async () => {
  const { site, admin } = await stocked();
  expect(await value(admin, blocked)).toBe(false);
  expect(await value(admin, blocked, "CRM-1")).toBe(true);
  await admin("POST", "issue/CRM-1/transitions", { transition: { id: "31" } });
  expect(await value(admin, blocked)).toBe(true);
  expect(await value(admin, "issue.properties['plan.item'].phase", "CRM-1")).toBe("pre");
  expect(await value(admin, "issue.dueDate.isBefore(new CalendarDate('2026-03-02'))")).toBe(true);
  expect(
    await value(admin, "[issue.key, issue.labels[0], issue.issueType.name, issue.assignee?.displayName, project.key]"),
  ).toEqual(["CRM-2", "a", "Task", null, "CRM"]);
  expect(await value(admin, "user.accountId")).toBe(site.accountId("administrator"));
  expect(await value(admin, "issue.nothing")).toEqual([
    expect.stringContaining("Unrecognized property of `Issue`: `nothing`."),
  ]);
});

test("walking more than ten linked work items is too expensive", async () => {
  const { admin } = await stocked();
  for (let count = 0; count < 10; count += 1) {
    const key = await addItem(admin, { summary: `Blocker ${count}` });
    await admin("POST", "issueLink", {
      type: { name: "Blocks" },
      inwardIssue: { key },
      outwardIssue: { key: "CRM-2" },
    });
  }
  expect(await value(admin, blocked)).toEqual([expect.stringContaining("more than 10 expensive operations")]);
});

test("expressions are analysed with the place of a mistake", async () => {
  const { admin } = await stocked();
  const reply = await admin("POST", "expression/analyse", { expressions: ["issue.key", "issue.(", "x".repeat(1001)] });
  expect(reply.body["results"]).toMatchObject([
    { valid: true },
    { valid: false, errors: [{ type: "syntax", line: 1, column: 7 }] },
    { valid: false, errors: [{ message: "Jira expression is too long (1001), limit: 1000 characters" }] },
  ]);
});
