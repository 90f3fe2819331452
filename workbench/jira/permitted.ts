import type { Caller } from "../wire/wire";
import type { Holder, Project, User } from "./config-records";
import type { Issue } from "./records";
import { actorOf, type Site } from "./site";

/** The role through which Jira lets apps into a space; an administrator may take its permissions away. */
export const appRole = "atlassian-addons-project-access";

export interface Place {
  readonly project: Project;
  readonly issue: Issue | null;
}

/** Whether the caller holds a project permission such as `BROWSE_PROJECTS`, by the space's permission scheme. */
export function permitted(
  site: Site,
  caller: Caller,
  { permission, ...place }: Place & { permission: string },
): boolean {
  if (place.project.deleted) return false;
  const accountId = actorOf(site, caller);
  const scheme = site.store.collection("permissionScheme").get(place.project.permissionSchemeId);
  const grants = scheme?.grants.filter((grant) => grant.permission === permission) ?? [];
  return grants.some(({ holder }) => isHeld(site, holder, { ...place, accountId }));
}

/** Whether the caller sees a work item: browse permission and, where it has one, its security level. */
export function canSee(site: Site, caller: Caller, issue: Issue): boolean {
  const project = site.store.collection("project").get(issue.projectId);
  if (project === null) return false;
  const place = { project, issue };
  if (!permitted(site, caller, { permission: "BROWSE_PROJECTS", ...place })) return false;
  const levelId = issue.fields["security"];
  if (typeof levelId !== "string") return true;
  const level = site.store.collection("securityLevel").get(levelId);
  return level?.holders.some((holder) => isHeld(site, holder, { ...place, accountId: actorOf(site, caller) })) ?? false;
}

/** A global permission such as `ADMINISTER`. An app's own calls are held by its scopes alone. */
export function permittedGlobally(site: Site, caller: Caller, permission: string): boolean {
  if (caller.kind === "app" && caller.actingFor === null) return true;
  const accountId = actorOf(site, caller);
  if (accountId === null) return false;
  const grants = site.store.collection("globalGrant").where("permission", permission);
  return grants.some(({ groupId }) => isMember(site, groupId, accountId));
}

export function isHeld(site: Site, holder: Holder, place: Place & { accountId: string | null }): boolean {
  const { accountId, project, issue } = place;
  const user = accountId === null ? null : site.store.collection("user").get(accountId);
  if (user === null || !user.active) return holder.type === "anyone";
  const parameter = holder.parameter ?? "";
  switch (holder.type) {
    case "anyone":
      return true;
    case "applicationRole":
      return user.accountType === "atlassian";
    case "group":
      return isMember(site, parameter, user.id);
    case "user":
      return parameter === user.id;
    case "projectLead":
      return project.leadId === user.id;
    case "projectRole":
      return hasRole(site, { project, roleId: parameter, user });
    // With no work item at hand Jira answers whether the person could hold it on some work item.
    case "reporter":
    case "assignee":
      return issue === null || issue.fields[holder.type] === user.id;
    case "userCustomField":
      return issue === null || issue.fields[parameter] === user.id;
  }
}

function hasRole(site: Site, { project, roleId, user }: { project: Project; roleId: string; user: User }): boolean {
  if (user.accountType === "app" && site.store.collection("role").get(roleId)?.name === appRole) return true;
  const actors = project.roleActors[roleId];
  if (actors === undefined) return false;
  return actors.userIds.includes(user.id) || actors.groupIds.some((groupId) => isMember(site, groupId, user.id));
}

function isMember(site: Site, groupId: string, accountId: string): boolean {
  return site.store.collection("group").get(groupId)?.memberIds.includes(accountId) ?? false;
}
