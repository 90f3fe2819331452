import { appRole } from "../permitted";
import type { Transition, User } from "../config-records";
import type { Site } from "../site";
import { builtInPermissions } from "./permission-table";
import { systemFields, usualScreenFields } from "./system-fields";

type Stored = Pick<Site, "store">;

export const administratorGroup = "jira-administrators";
export const licensedGroup = "jira-software-users";

/** Who the demo sites know, by the part each plays. */
export const people = [
  { part: "administrator", email: "admin@example.com", displayName: "Ada Administrator" },
  { part: "project manager", email: "pm@example.com", displayName: "Petra Manager" },
  { part: "supplier", email: "supplier@example.com", displayName: "Sven Supplier" },
  { part: "executive", email: "executive@example.com", displayName: "Erik Executive" },
  { part: "team member", email: "member@example.com", displayName: "Mia Member" },
] as const;

/** What an empty new Jira Cloud site holds: its one administrator, default types, statuses, fields and schemes. */
export function seedBareSite(site: Stored, now: number): void {
  seedAccess(site);
  seedLists(site);
  seedFields(site);
  seedWorkflow(site, now);
  seedSchemes(site);
}

/** The other personas, with licences. `zone` is their profile's time zone. */
export function seedPeople(site: Stored, zone = "UTC"): readonly User[] {
  return people.map(({ email, displayName }, at) => addUser(site, { email, displayName, at: at + 1, zone }));
}

/** Makes or finds a licensed user. */
export function addUser(
  { store }: Stored,
  { email, displayName, at, zone }: { email: string; displayName: string; at: number; zone: string },
): User {
  const known = store.collection("user").find((user) => user.email === email);
  const id = known?.id ?? `712020:00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
  join({ store }, licensedGroup, id);
  const base = { id, email, displayName, timeZone: zone, locale: "en_US", active: true };
  return store.collection("user").put({ ...base, accountType: "atlassian" });
}

/** Puts an account into a group, which is made when it is missing. */
export function join({ store }: Stored, name: string, accountId: string): void {
  const groups = store.collection("group");
  const group = groups.find((known) => known.name === name) ?? { id: `group-${name}`, name, memberIds: [] };
  groups.put({ ...group, memberIds: [...new Set([...group.memberIds, accountId])] });
}

function seedAccess(site: Stored): void {
  const { store } = site;
  const [admin] = people;
  const { id } = addUser(site, { ...admin, at: 1, zone: "UTC" });
  join(site, administratorGroup, id);
  for (const name of ["Administrators", "Member", "Service Desk Team", appRole])
    store.collection("role").put({ id: store.collection("role").nextId(), name, description: "" });
  const role = (name: string): string => store.collection("role").find((known) => known.name === name)?.id ?? "";
  for (const { key, type } of builtInPermissions) {
    if (type === "GLOBAL") {
      const groupId = `group-${key === "ADMINISTER" ? administratorGroup : licensedGroup}`;
      store.collection("globalGrant").put({ id: `${key}:${groupId}`, permission: key, groupId });
    }
  }
  const own = builtInPermissions.filter(({ type }) => type === "PROJECT");
  const holders = (usual: string) =>
    usual === "licensed"
      ? [{ type: "applicationRole", parameter: null } as const]
      : [{ type: "projectRole", parameter: role("Administrators") } as const];
  const grants = own.flatMap(({ key, usual }) =>
    [...holders(usual), { type: "projectRole", parameter: role(appRole) } as const].map((holder) => ({
      permission: key,
      holder,
    })),
  );
  const numbered = grants.map((grant, at) => ({ ...grant, id: String(10_000 + at) }));
  const text = { name: "Default Permission Scheme", description: "The default permission scheme of new spaces." };
  store.collection("permissionScheme").put({ id: "0", ...text, grants: numbered });
}

function seedLists({ store }: Stored): void {
  const types = [
    ["Epic", 1],
    ["Story", 0],
    ["Task", 0],
    ["Bug", 0],
    ["Sub-task", -1],
  ] as const;
  for (const [at, [name, hierarchyLevel]] of types.entries()) {
    const id = store.collection("issueType").nextId();
    store
      .collection("issueType")
      .put({ id, name, description: "", hierarchyLevel, avatarId: 10_300 + at, scopeProjectId: null });
  }
  const colors = [
    ["Highest", "#d04437"],
    ["High", "#f15C75"],
    ["Medium", "#f79232"],
    ["Low", "#707070"],
    ["Lowest", "#999999"],
  ] as const;
  for (const [at, [name, statusColor]] of colors.entries())
    store
      .collection("priority")
      .put({ id: String(at + 1), name, description: "", statusColor, isDefault: name === "Medium" });
  for (const name of ["Done", "Won't Do", "Duplicate", "Cannot Reproduce"]) {
    const id = store.collection("resolution").nextId();
    store.collection("resolution").put({ id, name, description: "", isDefault: name === "Done" });
  }
  const links = [
    ["Blocks", "is blocked by", "blocks"],
    ["Cloners", "is cloned by", "clones"],
    ["Duplicate", "is duplicated by", "duplicates"],
    ["Relates", "relates to", "relates to"],
  ] as const;
  for (const [name, inward, outward] of links)
    store.collection("linkType").put({ id: store.collection("linkType").nextId(), name, inward, outward });
}

function seedFields({ store }: Stored): void {
  for (const field of systemFields) store.collection("field").put(field);
  const customId = Number(store.collection("field").nextId());
  const [id, name] = [`customfield_${customId}`, "Request Type"];
  const schema = { type: "sd-customerrequesttype", custom: "com.atlassian.servicedesk:vp-origin", customId };
  const flags = { custom: true, orderable: true, navigable: true, searchable: true, locked: true, trashed: false };
  const none = { searcherKey: null, app: null, scopeProjectId: null, description: "" };
  store
    .collection("field")
    .put({ id, key: id, name, schema, clauseNames: [`cf[${customId}]`, name], ...flags, ...none });
}

const statuses = [
  ["To Do", "new"],
  ["In Progress", "indeterminate"],
  ["Done", "done"],
] as const;
export const deskStatuses = [
  ["Waiting for support", "new"],
  ["Waiting for customer", "indeterminate"],
  ["In Progress", "indeterminate"],
  ["Resolved", "done"],
] as const;

/** The statuses of these names, made where they are missing; a team-managed space has its own. */
export function statusIds(
  { store }: Stored,
  wanted: typeof statuses | typeof deskStatuses,
  scope: string | null,
): string[] {
  const all = store.collection("status");
  return wanted.map(([name, categoryKey]) => {
    const known = all.find((status) => status.name === name && status.scopeProjectId === scope);
    return (known ?? all.put({ id: all.nextId(), name, description: "", categoryKey, scopeProjectId: scope })).id;
  });
}

export function usualStatusIds(site: Stored, scope: string | null): string[] {
  return statusIds(site, statuses, scope);
}

/** Every status can be reached from every other; reaching the last one resolves the work item, as Jira's simplified workflow does. */
export function openTransitions({ store }: Stored, ids: readonly string[]): readonly Transition[] {
  const plain = { description: "", fromStatusIds: [], screenId: null, conditions: null, validators: [] };
  const resolved = store.collection("resolution").find(({ isDefault }) => isDefault)?.id ?? "";
  const action = (toStatusId: string) => {
    const value = store.collection("status").get(toStatusId)?.categoryKey === "done" ? resolved : "";
    return [
      { id: `resolution-${toStatusId}`, ruleKey: "system:update-field", parameters: { field: "resolution", value } },
    ];
  };
  return [
    { ...plain, id: "1", name: "Create", type: "INITIAL", toStatusId: ids[0] ?? "", actions: [] },
    ...ids.map((toStatusId, at): Transition => {
      const name = store.collection("status").get(toStatusId)?.name ?? "";
      return { ...plain, id: String(10 * at + 11), name, type: "GLOBAL", toStatusId, actions: action(toStatusId) };
    }),
  ];
}

function seedWorkflow(site: Stored, now: number): void {
  const { store } = site;
  const ids = usualStatusIds(site, null);
  const id = workflowId(now, 1);
  const version = { id: workflowId(now, 2), versionNumber: 1 };
  const steps = { statusIds: ids, transitions: openTransitions(site, ids), scopeProjectId: null };
  store.collection("workflow").put({ id, name: "jira", description: "The default Jira workflow.", version, ...steps });
  const text = { name: "Default Workflow Scheme", description: "" };
  store.collection("workflowScheme").put({ id: "10000", ...text, defaultWorkflowId: id, workflowIds: {} });
}

/** Workflow ids are UUIDs; these come from the site's first instant and a running number, so that a site can be made again alike. */
export function workflowId(seed: number, at: number): string {
  return `${seed.toString(16).padStart(12, "0").slice(-8)}-0000-4000-8000-${at.toString(16).padStart(12, "0")}`;
}

function seedSchemes({ store }: Stored): void {
  const issueTypeIds = store
    .collection("issueType")
    .all()
    .map(({ id }) => id);
  const description = "";
  const types = { id: "10000", name: "Default Issue Type Scheme", description, defaultIssueTypeId: null, issueTypeIds };
  store.collection("issueTypeScheme").put({ ...types, isDefault: true });
  const tabs = [{ id: "10000", name: "Field Tab", fieldIds: usualScreenFields }];
  store.collection("screen").put({ id: "1", name: "Default Screen", description, tabs, scopeProjectId: null });
  const screens = { default: "1", create: null, edit: null, view: null };
  store.collection("screenScheme").put({ id: "1", name: "Default Screen Scheme", description, screens });
  const byType = { defaultScreenSchemeId: "1", screenSchemeIds: {} };
  store
    .collection("issueTypeScreenScheme")
    .put({ id: "1", name: "Default Issue Type Screen Scheme", description, ...byType });
  const required = { requiredFieldIds: ["summary"] };
  store
    .collection("fieldConfiguration")
    .put({ id: "10000", name: "Default Field Configuration", description, ...required });
}
