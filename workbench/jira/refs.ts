import type { Component, IssueType, LinkType, Priority, Project, Resolution, Status, User, Version } from "./records";
import type { Site } from "./site";

type Stored = Pick<Site, "store" | "siteUrl">;

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

export function renderUser({ siteUrl }: Pick<Site, "siteUrl">, user: User): object {
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.id)}`,
    accountId: user.id,
    accountType: user.accountType,
    ...(user.accountType === "atlassian" ? { emailAddress: user.email } : {}),
    avatarUrls: avatars(`${siteUrl}/avatars/user`),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

export function renderStatus({ siteUrl }: Pick<Site, "siteUrl">, status: Status): object {
  const category = statusCategories[status.categoryKey];
  return {
    self: `${siteUrl}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: `${siteUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: { self: `${siteUrl}/rest/api/3/statuscategory/${category.id}`, ...category },
  };
}

export function renderType(site: Pick<Site, "siteUrl">, type: IssueType): object {
  const { id, name, description, hierarchyLevel, avatarId } = type;
  return {
    self: `${site.siteUrl}/rest/api/3/issuetype/${id}`,
    id,
    description,
    iconUrl: `${site.siteUrl}/avatars/issuetype/${avatarId}`,
    name,
    subtask: hierarchyLevel === -1,
    avatarId,
    hierarchyLevel,
    ...(type.scopeProjectId === null ? {} : { scope: { type: "PROJECT", project: { id: type.scopeProjectId } } }),
  };
}

export function projectRef({ siteUrl }: Pick<Site, "siteUrl">, project: Project): object {
  const { id, key, name, projectTypeKey, style } = project;
  const self = `${siteUrl}/rest/api/3/project/${id}`;
  return {
    self,
    id,
    key,
    name,
    projectTypeKey,
    simplified: style === "next-gen",
    avatarUrls: avatars(`${siteUrl}/avatars/project`),
  };
}

export function renderPriority({ siteUrl }: Pick<Site, "siteUrl">, { id, name, statusColor }: Priority): object {
  return {
    self: `${siteUrl}/rest/api/3/priority/${id}`,
    iconUrl: `${siteUrl}/images/priority.svg`,
    name,
    id,
    statusColor,
  };
}

export function renderResolution({ siteUrl }: Pick<Site, "siteUrl">, { id, name, description }: Resolution): object {
  return { self: `${siteUrl}/rest/api/3/resolution/${id}`, id, description, name };
}

export function renderLinkType({ siteUrl }: Pick<Site, "siteUrl">, { id, name, inward, outward }: LinkType): object {
  return { id, name, inward, outward, self: `${siteUrl}/rest/api/3/issueLinkType/${id}` };
}

export function renderComponent(site: Stored, component: Component): object {
  const { id, name, description, projectId } = component;
  const project = site.store.collection("project").get(projectId);
  const lead = userRef(site, component.leadId);
  return {
    self: `${site.siteUrl}/rest/api/3/component/${id}`,
    id,
    name,
    description,
    ...(lead === null ? {} : { lead }),
    assigneeType: "PROJECT_DEFAULT",
    realAssigneeType: "PROJECT_DEFAULT",
    isAssigneeTypeValid: false,
    project: project?.key ?? "",
    projectId: Number(projectId),
  };
}

export function renderVersion({ siteUrl }: Pick<Site, "siteUrl">, version: Version): object {
  const { id, name, description, startDate, releaseDate, released, archived, projectId } = version;
  return {
    self: `${siteUrl}/rest/api/3/version/${id}`,
    id,
    description,
    name,
    archived,
    released,
    ...(startDate === null ? {} : { startDate }),
    ...(releaseDate === null ? {} : { releaseDate }),
    projectId: Number(projectId),
  };
}

export function avatars(url: string): object {
  return Object.fromEntries([48, 24, 16, 32].map((size) => [`${size}x${size}`, `${url}?size=${size}`]));
}
