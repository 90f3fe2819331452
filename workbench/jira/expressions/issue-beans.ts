import type { Caller } from "../../wire/wire";
import { canSee, permitted } from "../permitted";
import type { Project, Transition } from "../config-records";
import type { Issue } from "../records";
import type { Site } from "../site";
import { clockName, text } from "./members";
import { spend, type Context, type Meter } from "./evaluate";
import { fieldValue } from "./field-values";
import { plainText } from "./plain-text";
import { fromJson, type Bean, type Lambda, type Value } from "./value";

/** Whose eyes an expression looks through, and what it has cost so far. */
export interface Reading {
  readonly site: Site;
  readonly caller: Caller;
  readonly accountId: string | null;
  readonly meter: Meter;
}

export interface Subject {
  readonly issue?: Issue | null;
  readonly originalIssue?: Issue | null;
  readonly project?: Project | null;
  readonly transition?: Transition;
  readonly config?: unknown;
}

/** The names Jira gives to an expression that is evaluated on a work item, a space or a transition. */
export function contextOf(reading: Reading, subject: Subject): Context {
  const { site, accountId } = reading;
  const { issue, originalIssue, transition } = subject;
  const project = subject.project ?? (issue ? site.store.collection("project").get(issue.projectId) : null);
  const names = new Map<string, Value>([
    [clockName, site.clock.now()],
    ["user", accountId === null ? null : userBean(reading, accountId)],
  ]);
  if (issue) names.set("issue", issueBean(reading, issue));
  if (originalIssue) names.set("originalIssue", issueBean(reading, originalIssue));
  if (project !== null) names.set("project", projectBean(reading, project));
  if (transition !== undefined) names.set("transition", transitionBean(reading, transition));
  if (subject.config !== undefined) names.set("config", fromJson(subject.config));
  return names;
}

/** An entity whose every property is worked out when it is asked for. */
export function bean(type: string, id: string, properties: Readonly<Record<string, () => Value | undefined>>): Bean {
  return {
    kind: "bean",
    type,
    id,
    read: (name) => (Object.hasOwn(properties, name) ? properties[name]?.() : undefined),
  };
}

export function issueBean(reading: Reading, issue: Issue): Bean {
  const { site, meter } = reading;
  const { store } = site;
  const dear = (read: () => Value) => () => (spend(meter), read());
  const others = (found: readonly Issue[]): Value =>
    found.filter((other) => canSee(site, reading.caller, other)).map((other) => issueBean(reading, other));
  const children = dear(() =>
    others(
      store
        .collection("issue")
        .all()
        .filter(({ fields }) => fields["parent"] === issue.id),
    ),
  );
  const project = store.collection("project").get(issue.projectId);
  const properties: Readonly<Record<string, () => Value | undefined>> = {
    id: () => Number(issue.id),
    key: () => issue.key,
    project: () => (project === null ? null : projectBean(reading, project)),
    issueType: () => typeBean(reading, issue.typeId),
    created: () => ({ kind: "date", at: issue.created }),
    updated: () => ({ kind: "date", at: issue.updated }),
    labels: () => fromJson(issue.fields["labels"] ?? []),
    links: () => linkBeans(reading, issue),
    subtasks: children,
    childIssues: children,
    comments: dear(() => comments(reading, issue)),
    properties: () => propertyBean(reading, issue.properties),
    parent: dear(() => {
      const parent = store.collection("issue").get(String(issue.fields["parent"]));
      return parent === null ? null : issueBean(reading, parent);
    }),
  };
  return {
    kind: "bean",
    type: "Issue",
    id: issue.id,
    read: (name) => (Object.hasOwn(properties, name) ? properties[name]?.() : fieldValue(reading, issue, name)),
  };
}

export function userBean({ site }: Reading, accountId: string): Bean {
  const user = site.store.collection("user").get(accountId);
  const groups = site.store
    .collection("group")
    .all()
    .filter(({ memberIds }) => memberIds.includes(accountId));
  return bean("User", accountId, {
    accountId: () => accountId,
    displayName: () => user?.displayName ?? "Former user",
    groups: () => groups.map(({ name }) => name),
  });
}

function projectBean(reading: Reading, project: Project): Bean {
  const { site, caller } = reading;
  const may = (permission: string): boolean => permitted(site, caller, { permission, project, issue: null });
  const asked: Lambda = { kind: "lambda", call: ([permission]) => may(text(permission)) };
  const records = site.store.collection("property").where("entityId", project.id);
  const values = Object.fromEntries(
    records.filter(({ entity }) => entity === "project").map(({ key, value }) => [key, value]),
  );
  return bean("Project", project.id, {
    id: () => Number(project.id),
    key: () => project.key,
    name: () => project.name,
    style: () => project.style,
    typeKey: () => project.projectTypeKey,
    properties: () => propertyBean(reading, values),
    hasPermission: () => asked,
  });
}

function transitionBean(reading: Reading, transition: Transition): Bean {
  return bean("Transition", transition.id, {
    id: () => Number(transition.id),
    name: () => transition.name,
    to: () => statusBean(reading, transition.toStatusId),
    hasScreen: () => transition.screenId !== null,
  });
}

export function statusBean({ site }: Reading, id: string): Value {
  const status = site.store.collection("status").get(id);
  if (status === null) return null;
  const names = { new: "To Do", indeterminate: "In Progress", done: "Done" };
  const category = bean("StatusCategory", status.categoryKey, {
    key: () => status.categoryKey,
    name: () => names[status.categoryKey],
  });
  return bean("IssueStatus", id, { id: () => Number(id), name: () => status.name, category: () => category });
}

function typeBean({ site }: Reading, id: string): Value {
  const type = site.store.collection("issueType").get(id);
  return bean("IssueType", id, {
    id: () => Number(id),
    name: () => type?.name ?? null,
    hierarchyLevel: () => type?.hierarchyLevel ?? null,
    isSubtask: () => type?.hierarchyLevel === -1,
  });
}

/** Only links whose other end the caller sees; reading that other end is what costs. */
function linkBeans(reading: Reading, issue: Issue): Value {
  const { site, caller, meter } = reading;
  const { store } = site;
  const links = [
    ...store.collection("issueLink").where("sourceId", issue.id),
    ...store.collection("issueLink").where("destinationId", issue.id),
  ];
  return links.flatMap((link) => {
    const isOutward = link.sourceId === issue.id;
    const other = store.collection("issue").get(isOutward ? link.destinationId : link.sourceId);
    const type = store.collection("linkType").get(link.typeId);
    if (other === null || type === null || !canSee(site, caller, other)) return [];
    const { id, name, inward, outward } = type;
    const kind = bean("IssueLinkType", id, {
      id: () => Number(id),
      name: () => name,
      inward: () => inward,
      outward: () => outward,
    });
    return bean("IssueLink", link.id, {
      id: () => Number(link.id),
      type: () => kind,
      direction: () => (isOutward ? "outward" : "inward"),
      linkedIssue: () => (spend(meter), issueBean(reading, other)),
    });
  });
}

function comments(reading: Reading, issue: Issue): Value {
  return reading.site.store
    .collection("comment")
    .where("issueId", issue.id)
    .map(({ id, authorId, body, created }) =>
      bean("Comment", id, {
        id: () => Number(id),
        author: () => userBean(reading, authorId),
        body: () => richText(body),
        created: () => ({ kind: "date", at: created }),
      }),
    );
}

export function richText(document: unknown): Value {
  return document ? bean("RichText", "", { plainText: () => plainText(document) }) : null;
}

/** Entity properties are read by key, as an index or through `get`. */
function propertyBean({ meter }: Reading, values: Readonly<Record<string, unknown>>): Bean {
  const get: Lambda = { kind: "lambda", call: ([key]) => (spend(meter), fromJson(values[text(key)])) };
  const keys = (): Value => Object.keys(values);
  return {
    kind: "bean",
    type: "EntityProperties",
    id: "",
    read: (name) => (name === "get" ? get : name === "keys" ? keys() : (spend(meter), fromJson(values[name]))),
  };
}
