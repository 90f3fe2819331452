import { expect, test } from "vitest";
import { z } from "zod";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { advance } from "#app/sync/advance";
import { applySync } from "#app/sync/apply";
import { checkDrift } from "#app/sync/drift";
import { proposeSync } from "#app/sync/propose";
import { showRun, undoRun } from "#app/sync/runs";
import { planText } from "#app/plan/plan-text";
import type { Outside } from "#app/ports";
import { appRole } from "../../../workbench/jira/permitted";
import { createProject } from "../../../workbench/jira/config/create-project";
import { jiraWorld, workOff } from "../../support/jira-outside";
import type { JiraWorld } from "../../support/jira-outside";

const text = `
uptake: 1
plan: { id: crm-2026, title: CRM migration, start: 2026-03-02 }
steps:
  - { id: freeze, title: Freeze, duration: 1d, description: "- one\\n- two" }
  - { id: export, title: Export, duration: 2d, after: [{ step: freeze, type: SS, lag: 1d }], owner: member@example.com }
  - { id: import, title: Import, after: [export] }
risks:
  - { id: slot, title: Slot lost, tag: pre-delivery, likelihood: 4, impact: 5, threatens: [export] }
rollbacks:
  - { id: back, title: Go back, covers: [import] }
`;
const file = { text, fileName: "plan.yaml", choices: {} };

interface Uses {
  readonly plan?: string;
  readonly step?: string;
  readonly risk?: string;
  readonly rollback?: string;
}

async function setUp(world: JiraWorld, outside: Outside, uses: Uses) {
  const own = world.jira.store.collection("issueType").all();
  const team = world.jira.store.collection("project").get(outside.space?.id ?? "")?.style === "next-gen";
  const scope = team ? (outside.space?.id ?? null) : null;
  const idOf = (name: string | undefined) =>
    name === undefined ? null : (own.find((type) => type.name === name && type.scopeProjectId === scope)?.id ?? null);
  const use = { plan: idOf(uses.plan), step: idOf(uses.step), risk: idOf(uses.risk), rollback: idOf(uses.rollback) };
  const request = { space: outside.space?.key ?? "", use };
  const { hash } = await setupPreview(request, outside);
  return setupApply({ ...request, hash }, outside);
}

async function apply(world: JiraWorld, outside: Outside, given: Partial<typeof file> = {}) {
  const request = { ...file, ...given };
  const proposal = await proposeSync(request, outside);
  const { id } = await applySync(
    { ...request, hash: proposal.hash, confirmed: proposal.limit?.touched ?? null },
    outside,
  );
  await workOff(world);
  return { proposal, run: await showRun({ run: id }, outside) };
}

function issues({ jira }: JiraWorld) {
  return jira.store.collection("issue").all();
}

interface Kind {
  readonly name: string;
  readonly style: "classic" | "next-gen";
  readonly uses: Uses;
  /** Whether steps hang under the plan as children. */
  readonly nests: boolean;
}

const kinds: readonly Kind[] = [
  { name: "company-managed, types of our own", style: "classic", uses: {}, nests: false },
  { name: "company-managed, the plan at epic level", style: "classic", uses: { plan: "Epic" }, nests: true },
  {
    name: "company-managed, steps as sub-tasks",
    style: "classic",
    uses: { plan: "Story", step: "Sub-task" },
    nests: true,
  },
  {
    name: "company-managed, mapped types throughout",
    style: "classic",
    uses: { plan: "Epic", step: "Task", risk: "Bug", rollback: "Story" },
    nests: true,
  },
  {
    name: "team-managed, mapped types",
    style: "next-gen",
    uses: { plan: "Epic", step: "Task", risk: "Bug", rollback: "Story" },
    nests: true,
  },
];

test.each(kinds)("M92 M94 $name: applied, read back, applied again, taken back", async ({ style, uses, nests }) => {
  const world = await jiraWorld();
  const leadId = world.admin.kind === "user" ? world.admin.accountId : "";
  const made = createProject(world.jira, { key: "TM", name: "Rollout", leadId, projectTypeKey: "software", style });
  world.jira.store.commit();
  const outside = world.as(world.admin, made);
  await setUp(world, outside, uses);
  const { run } = await apply(world, outside);
  expect(run).toMatchObject({ state: "done", failures: [] });
  const plan = issues(world).find(({ fields }) => fields["summary"] === "CRM migration");
  const step = issues(world).find(({ fields }) => fields["summary"] === "Freeze");
  expect(step?.fields["parent"] ?? null).toBe(nests ? plan?.id : null);
  const again = await apply(world, outside);
  expect(again.proposal.rows).toEqual([]);
  expect(again.run.total).toBe(0);
  expect((await planText({ plan: "crm-2026" }, outside)).text).toContain("type: SS");
  expect((await checkDrift({ plan: "crm-2026" }, outside)).rows).toEqual([]);
  await undoRun({ run: run.id }, outside);
  await workOff(world);
  expect(await showRun({ run: run.id }, outside)).toMatchObject({ state: "undone", failures: [] });
  expect(issues(world)).toEqual([]);
});

test("S31 a step put under another work item stays there, and one moved back is taken in", async () => {
  const world = await jiraWorld();
  await setUp(world, world.outside, { plan: "Epic", step: "Task" });
  await apply(world, world.outside);
  const [plan, step] = ["CRM migration", "Freeze"].map((name) =>
    issues(world).find(({ fields }) => fields["summary"] === name),
  );
  const epic = await world.call("POST", "/rest/api/3/issue", {
    fields: { project: { id: world.space.id }, issuetype: { name: "Epic" }, summary: "Other" },
  });
  const other = z.object({ id: z.string() }).parse(epic.body).id;
  const moved = await world.call("PUT", `/rest/api/3/issue/${step?.id}`, { fields: { parent: { id: other } } });
  expect(moved.status).toBe(204);
  const { proposal } = await apply(world, world.outside);
  expect(proposal.rows).toMatchObject([{ item: "freeze", action: "pull", fields: [{ field: "under" }] }]);
  expect((await apply(world, world.outside)).proposal.rows).toEqual([]);
  expect(issues(world).find(({ id }) => id === step?.id)?.fields["parent"]).toBe(other);
  await world.call("PUT", `/rest/api/3/issue/${step?.id}`, { fields: { parent: { id: plan?.id } } });
  expect((await apply(world, world.outside)).run).toMatchObject({ total: 0 });
});

test.each([
  ["edit", "EDIT_ISSUES", "“Edit work items”"],
  ["create", "CREATE_ISSUES", "“Create work items”"],
  ["link", "LINK_ISSUES", "“Link work items”"],
])("S38 a viewer who may not %s is told so with the proposal, and nothing is written", async (_, lost, named) => {
  const world = await jiraWorld();
  await setUp(world, world.outside, {});
  withdraw(world, lost);
  const viewer = world.as(world.member);
  const seen = await proposeSync(file, viewer);
  expect(seen.blocked).toMatchObject([
    { message: expect.stringContaining(named), mend: expect.stringContaining("administrator") },
  ]);
  const asked = applySync({ ...file, hash: seen.hash, confirmed: null }, viewer);
  await expect(asked).rejects.toMatchObject({ code: "not_allowed" });
  expect(issues(world)).toEqual([]);
  expect(Object.keys(world.kept.runs)).toEqual([]);
});

test("S38 a link Jira does not allow to somebody it knows names the permission, not the login", async () => {
  const world = await jiraWorld();
  await setUp(world, world.outside, {});
  await apply(world, world.outside);
  withdraw(world, "LINK_ISSUES");
  const [one, other] = issues(world);
  const asked = world.as(world.member).jira.link("Blocks", one?.id ?? "", other?.id ?? "");
  await expect(asked).rejects.toMatchObject({ code: "not_allowed", mend: expect.stringContaining("permission") });
});

test("S38 a permission taken away while the job is parked stops it before its next write, with a record of what it wrote", async () => {
  const world = await jiraWorld();
  await setUp(world, world.outside, {});
  const member = world.as(world.member);
  const { hash } = await proposeSync(file, member);
  const { id } = await applySync({ ...file, hash, confirmed: null }, member);
  world.jira.faults.set([{ kind: "jira-quota-global-based", route: "POST /rest/api/3/issueLink", times: 1 }]);
  world.jira.faults.retryAfterSeconds = 1_200;
  const run = world.queued.shift() ?? "";
  await advance(run, member);
  expect(await showRun({ run: id }, member)).toMatchObject({ state: "parked" });
  withdraw(world, "EDIT_ISSUES");
  world.clock.advance(1_300_000);
  const written = world.records.length;
  await workOff(world);
  const stopped = await showRun({ run: id }, world.outside);
  expect(stopped).toMatchObject({
    state: "failed",
    doing: expect.stringContaining("“Edit work items”"),
    canUndo: true,
  });
  expect(
    world.records.slice(written).filter(({ method, path }) => method !== "GET" && !/check|bulkfetch|search/.test(path)),
  ).toEqual([]);
  expect(stopped.created).toHaveLength(issues(world).length);
  await undoRun({ run: id }, world.outside);
  await workOff(world);
  expect(issues(world)).toEqual([]);
});

test("S38 a supplier who sees half of the space changes what they see, and neither touches nor learns of the rest", async () => {
  const world = await jiraWorld();
  await setUp(world, world.outside, {});
  await apply(world, world.outside);
  hide(world, "Export");
  const supplier = world.as(world.member);
  const theirs = text.replace("title: Freeze", "title: Freeze it").replace("title: Export", "title: Renamed");
  const { proposal, run } = await apply(world, supplier, { text: theirs });
  expect(proposal.rows.map(({ item, action }) => [item, action])).toEqual([
    ["export", "refusal"],
    ["freeze", "update"],
  ]);
  expect(JSON.stringify(proposal)).not.toContain('"Export"');
  expect(run).toMatchObject({ state: "done", failures: [], total: 1 });
  expect(issues(world).map(({ fields }) => fields["summary"])).toContain("Export");
  expect((await proposeSync({ ...file, text: theirs.replace("Renamed", "Export") }, world.outside)).rows).toEqual([]);
});

/** Takes a permission from everybody but the administrator and the app. */
function withdraw(world: JiraWorld, permission: string): void {
  const { store } = world.jira;
  for (const scheme of store.collection("permissionScheme").all()) {
    const kept = scheme.grants.filter(
      (grant) => grant.permission !== permission || grant.holder.type !== "applicationRole",
    );
    const own = { id: `own ${permission}`, permission, holder: { type: "user", parameter: adminOf(world) } } as const;
    store.collection("permissionScheme").put({ ...scheme, grants: [...kept, own] });
  }
  store.commit();
}

/** Only the administrator and the app see it. */
function hide(world: JiraWorld, title: string): void {
  const { store } = world.jira;
  const role = store.collection("role").find(({ name }) => name === appRole)?.id ?? "";
  const holders = [
    { type: "user", parameter: adminOf(world) },
    { type: "projectRole", parameter: role },
  ] as const;
  store.collection("securityLevel").put({ id: "900", schemeId: "1", name: "Buyer only", description: "", holders });
  const issue = issues(world).find(({ fields }) => fields["summary"] === title);
  if (issue !== undefined) store.collection("issue").put({ ...issue, fields: { ...issue.fields, security: "900" } });
  store.commit();
}

function adminOf({ admin }: JiraWorld): string {
  return admin.kind === "user" ? admin.accountId : "";
}
