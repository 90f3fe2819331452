import { accountOf, openPage, rest } from "../../workbench/sites/act";
import type { Page } from "../../workbench/sites/act";
import type { Grounds } from "../../workbench/sites/site";
import type { Workbench } from "../../workbench/start";
import { openWorkbench } from "./workbench";

/** A site with one space that is set up and has one plan applied to it. */
export interface AppliedSite {
  readonly workbench: Workbench;
  readonly grounds: Grounds;
  readonly space: string;
  /** The space page, as somebody. */
  readonly pageOf: (email: string) => Page;
}

export const admin = "admin@example.com";

export async function openAppliedSite(plan: string): Promise<AppliedSite> {
  const workbench = await openWorkbench();
  const grounds = { jira: workbench.jira, forge: workbench.forge, clock: workbench.clock, stateDir: "" };
  const body = {
    key: "CRM",
    name: "CRM rollout",
    projectTypeKey: "software",
    projectTemplateKey: "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
    leadAccountId: accountOf(grounds, admin),
  };
  const made = await rest(grounds, admin, { method: "POST", path: "/rest/api/3/project", body });
  const space = String(Object(made)["id"]);
  const extension = { type: "jira:projectPage", project: { id: space, key: "CRM", type: "software" } };
  const pageOf = (email: string): Page => openPage(grounds, "uptake-space", { email, extension });
  const setUp = openPage(grounds, "uptake-admin", { email: admin, extension: { type: "jira:adminPage" } });
  const { hash } = await setUp.ask("setupPreview", { space });
  await setUp.ask("setupApply", { space, hash });
  const file = { text: plan, fileName: "plan.yaml" };
  const proposal = await pageOf(admin).ask("propose", file);
  await pageOf(admin).ask("apply", { ...file, hash: proposal.hash });
  for (let turns = 0; turns < 10; turns += 1) await workbench.forge.tick();
  return { workbench, grounds, space, pageOf };
}
