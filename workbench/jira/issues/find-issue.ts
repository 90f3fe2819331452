import { canSee, permitted } from "../permitted";
import { noIssue, Problem } from "../problem";
import type { Project } from "../config-records";
import type { Issue } from "../records";
import type { Call } from "../router";
import type { Site } from "../site";

type Asking = Pick<Call, "site" | "caller">;

/** The work item of a path, when the caller sees it. */
export function issueOf(call: Call): Issue {
  return seenIssue(call, call.params["issueIdOrKey"] ?? "");
}

export function seenIssue(asking: Asking, idOrKey: string): Issue {
  const issue = findIssue(asking.site, idOrKey);
  if (issue === null || !canSee(asking.site, asking.caller, issue)) throw noIssue();
  return issue;
}

export function findIssue({ store }: Pick<Site, "store">, idOrKey: string): Issue | null {
  const issues = store.collection("issue");
  return issues.get(idOrKey) ?? issues.where("key", idOrKey.toUpperCase())[0] ?? null;
}

export function projectOf({ store }: Pick<Site, "store">, idOrKey: string): Project | null {
  const projects = store.collection("project");
  const project = projects.get(idOrKey) ?? projects.where("key", idOrKey)[0] ?? null;
  return project === null || project.deleted ? null : project;
}

/** The space a seen work item lies in. */
export function spaceOf({ store }: Pick<Site, "store">, issue: Issue): Project {
  const project = store.collection("project").get(issue.projectId);
  if (project === null) throw noIssue();
  return project;
}

export function may({ site, caller }: Asking, issue: Issue, permission: string): boolean {
  return permitted(site, caller, { permission, project: spaceOf(site, issue), issue });
}

export function must(asking: Asking, issue: Issue, permission: string): void {
  if (may(asking, issue, permission)) return;
  const words = permission.toLowerCase().replaceAll("_", " ");
  throw new Problem(403, [`You do not have permission to ${words} in this project.`]);
}
