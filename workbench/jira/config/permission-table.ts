import type { Site } from "../site";

export interface Permission {
  readonly key: string;
  readonly name: string;
  readonly type: "GLOBAL" | "PROJECT";
  readonly description: string;
  /** Who holds it in the default scheme: everybody with a licence, space administrators, or whoever wrote the thing. */
  readonly usual: "licensed" | "administrators";
}

const globals: readonly (readonly [key: string, name: string])[] = [
  ["ADMINISTER", "Administer Jira"],
  ["BULK_CHANGE", "Make bulk changes"],
  ["CREATE_SHARED_OBJECTS", "Share dashboards and filters"],
  ["USER_PICKER", "Browse users and groups"],
];
const forAdministrators: readonly (readonly [key: string, name: string])[] = [
  ["ADMINISTER_PROJECTS", "Administer projects"],
  ["MODIFY_REPORTER", "Modify reporter"],
  ["SET_ISSUE_SECURITY", "Set issue security"],
  ["DELETE_ISSUES", "Delete issues"],
  ["DELETE_ALL_COMMENTS", "Delete all comments"],
  ["EDIT_ALL_COMMENTS", "Edit all comments"],
  ["DELETE_ALL_WORKLOGS", "Delete all worklogs"],
  ["EDIT_ALL_WORKLOGS", "Edit all worklogs"],
];
const forLicensed: readonly (readonly [key: string, name: string])[] = [
  ["BROWSE_PROJECTS", "Browse projects"],
  ["CREATE_ISSUES", "Create issues"],
  ["EDIT_ISSUES", "Edit issues"],
  ["TRANSITION_ISSUES", "Transition issues"],
  ["ASSIGN_ISSUES", "Assign issues"],
  ["ASSIGNABLE_USER", "Assignable user"],
  ["SCHEDULE_ISSUES", "Schedule issues"],
  ["MOVE_ISSUES", "Move issues"],
  ["LINK_ISSUES", "Link issues"],
  ["RESOLVE_ISSUES", "Resolve issues"],
  ["CLOSE_ISSUES", "Close issues"],
  ["ADD_COMMENTS", "Add comments"],
  ["EDIT_OWN_COMMENTS", "Edit own comments"],
  ["DELETE_OWN_COMMENTS", "Delete own comments"],
  ["WORK_ON_ISSUES", "Work on issues"],
  ["EDIT_OWN_WORKLOGS", "Edit own worklogs"],
  ["DELETE_OWN_WORKLOGS", "Delete own worklogs"],
  ["CREATE_ATTACHMENTS", "Create attachments"],
  ["MANAGE_WATCHERS", "Manage watchers"],
  ["VIEW_VOTERS_AND_WATCHERS", "View voters and watchers"],
];

const built = (type: Permission["type"], usual: Permission["usual"], rows: typeof globals): readonly Permission[] =>
  rows.map(([key, name]) => ({ key, name, type, usual, description: `Ability to ${name.toLowerCase()}.` }));

export const builtInPermissions: readonly Permission[] = [
  ...built("GLOBAL", "licensed", globals),
  ...built("PROJECT", "administrators", forAdministrators),
  ...built("PROJECT", "licensed", forLicensed),
];

/** Jira's own permissions and those the manifests of installed apps declare. */
export function permissionsOf(site: Pick<Site, "store">): readonly Permission[] {
  const own = site.store
    .collection("app")
    .all()
    .flatMap(({ id, environmentId, modules }) =>
      (["jira:globalPermission", "jira:projectPermission"] as const).flatMap((kind) =>
        (modules[kind] ?? []).map((declared): Permission => ({
          key: extensionAri({ appId: id, environmentId }, String(declared["key"])),
          name: String(declared["name"]),
          description: typeof declared["description"] === "string" ? declared["description"] : "",
          type: kind === "jira:globalPermission" ? "GLOBAL" : "PROJECT",
          usual: "administrators",
        })),
      ),
    );
  return [...builtInPermissions, ...own];
}

/** The name under which Jira knows a module of an app: in workflow rules, permission keys and field types. */
export function extensionAri(
  app: { readonly appId: string; readonly environmentId: string },
  moduleKey: string,
): string {
  return `ari:cloud:ecosystem::extension/${app.appId.replace(/^ari:cloud:ecosystem::app\//, "")}/${app.environmentId}/static/${moduleKey}`;
}
