import type { IssueType, LinkType, Priority, Project, Resolution, Status, User } from "./config-records";
import type { Component, Version } from "./records";
import type { Site } from "./site";

type Stored = Pick<Site, "store" | "siteUrl">;
type Linked = Pick<Site, "siteUrl">;

/** The three categories every status belongs to. */
export const statusCategories = {
  new: { id: 2, key: "new", colorName: "blue-gray", name: "To Do" },
  indeterminate: { id: 4, key: "indeterminate", colorName: "yellow", name: "In Progress" },
  done: { id: 3, key: "done", colorName: "green", name: "Done" },
} as const;

/** How a record shows inside another answer; each stays inside what the OpenAPI document declares for it. */
export function userRef(site: Stored, accountId: unknown): object | null {
  const user = typeof accountId === "string" ? site.store.collection("user").get(accountId) : null;
  return user === null ? null : renderUser(site, user);
}

export function renderUser({ siteUrl }: Linked, user: User): object {
  const { id: accountId, accountType, displayName, active, timeZone } = user;
  const self = `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  const avatarUrls = avatars(`${siteUrl}/avatars/user`);
  // Whoever keeps their address to themselves has none here; an app has none at all.
  const shown = accountType === "app" || user.email === "" ? {} : { emailAddress: user.email };
  return { self, accountId, accountType, ...shown, avatarUrls, displayName, active, timeZone };
}

export function renderStatus({ siteUrl }: Linked, { id, name, description, categoryKey }: Status): object {
  const category = statusCategories[categoryKey];
  const statusCategory = { self: `${siteUrl}/rest/api/3/statuscategory/${category.id}`, ...category };
  const iconUrl = `${siteUrl}/images/icons/statuses/generic.png`;
  return { self: `${siteUrl}/rest/api/3/status/${id}`, description, iconUrl, name, id, statusCategory };
}

export function renderType({ siteUrl }: Linked, type: IssueType): object {
  const { id, name, description, hierarchyLevel, avatarId, scopeProjectId } = type;
  const [self, iconUrl] = [`${siteUrl}/rest/api/3/issuetype/${id}`, `${siteUrl}/avatars/issuetype/${avatarId}`];
  const scope = scopeProjectId === null ? {} : { scope: { type: "PROJECT", project: { id: scopeProjectId } } };
  return { self, id, description, iconUrl, name, subtask: hierarchyLevel === -1, avatarId, hierarchyLevel, ...scope };
}

export function projectRef({ siteUrl }: Linked, { id, key, name, projectTypeKey, style }: Project): object {
  const [self, avatarUrls] = [`${siteUrl}/rest/api/3/project/${id}`, avatars(`${siteUrl}/avatars/project`)];
  return { self, id, key, name, projectTypeKey, simplified: style === "next-gen", avatarUrls };
}

export function renderPriority({ siteUrl }: Linked, { id, name, statusColor }: Priority): object {
  const iconUrl = `${siteUrl}/images/priority.svg`;
  return { self: `${siteUrl}/rest/api/3/priority/${id}`, iconUrl, name, id, statusColor };
}

export function renderResolution({ siteUrl }: Linked, { id, name, description }: Resolution): object {
  return { self: `${siteUrl}/rest/api/3/resolution/${id}`, id, description, name };
}

export function renderLinkType({ siteUrl }: Linked, { id, name, inward, outward }: LinkType): object {
  return { id, name, inward, outward, self: `${siteUrl}/rest/api/3/issueLinkType/${id}` };
}

export function renderComponent(site: Stored, { id, name, description, projectId, leadId }: Component): object {
  const self = `${site.siteUrl}/rest/api/3/component/${id}`;
  const project = site.store.collection("project").get(projectId)?.key ?? "";
  const lead = userRef(site, leadId);
  const assignee = { assigneeType: "PROJECT_DEFAULT", realAssigneeType: "PROJECT_DEFAULT", isAssigneeTypeValid: false };
  return { self, id, name, description, ...(lead && { lead }), ...assignee, project, projectId: Number(projectId) };
}

export function renderVersion({ siteUrl }: Linked, version: Version): object {
  const { id, name, description, startDate, releaseDate, released, archived, projectId } = version;
  const days = { ...(startDate && { startDate }), ...(releaseDate && { releaseDate }) };
  const self = `${siteUrl}/rest/api/3/version/${id}`;
  return { self, id, description, name, archived, released, ...days, projectId: Number(projectId) };
}

export function avatars(url: string): object {
  return Object.fromEntries([48, 24, 16, 32].map((size) => [`${size}x${size}`, `${url}?size=${size}`]));
}
