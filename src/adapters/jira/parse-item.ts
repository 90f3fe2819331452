import { z } from "zod";
import type { JiraItem, JiraLink, Status } from "#app/ports";
import { Refusal } from "#app/refusal";
import { isRecord } from "#app/sync/details";
import type { SpaceMapping } from "#domain/setup/mapping";

const category = z.object({ key: z.string() });
const status = z.object({ id: z.string(), name: z.string(), statusCategory: category });

const linked = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ summary: z.string().catch(""), status }),
});

const link = z.object({
  id: z.string(),
  type: z.object({ name: z.string() }),
  inwardIssue: linked.optional(),
  outwardIssue: linked.optional(),
});

const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().nullish(),
    description: z.unknown(),
    project: z.object({ id: z.string() }),
    issuetype: z.object({ id: z.string() }),
    status,
    created: z.string().nullish(),
    updated: z.string().nullish(),
    priority: z.object({ id: z.string() }).nullish(),
    assignee: z.object({ accountId: z.string(), displayName: z.string().catch("") }).nullish(),
    labels: z.array(z.string()).nullish(),
    duedate: z.string().nullish(),
    parent: z.object({ id: z.string(), key: z.string() }).nullish(),
    issuelinks: z.array(link).nullish(),
  }),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

const option = z.object({ value: z.string() });

/** The fields a read asks for; the space's own fields by the ids set-up found. */
export function fieldsToRead(mapping: SpaceMapping | null): string[] {
  const custom = Object.values(mapping?.fields ?? {}).filter((id) => id !== null);
  return [
    "summary",
    "description",
    "project",
    "issuetype",
    "status",
    "created",
    "updated",
    "priority",
    "assignee",
    "labels",
    "duedate",
    "parent",
    "issuelinks",
    ...custom,
  ];
}

export function parseItem(body: unknown, mapping: SpaceMapping | null): JiraItem {
  const read = issue.safeParse(body);
  if (!read.success) throw unreadable("a work item", read.error);
  const { id, key, fields, properties } = read.data;
  const own = (field: keyof SpaceMapping["fields"]): unknown => fields[mapping?.fields[field] ?? ""] ?? null;
  return {
    id,
    key,
    spaceId: fields.project.id,
    typeId: fields.issuetype.id,
    status: statusOf(fields.status),
    createdAt: Date.parse(fields.created ?? "") || 0,
    updatedAt: Date.parse(fields.updated ?? "") || 0,
    summary: fields.summary ?? "",
    description: fields.description ?? null,
    assignee: fields.assignee ? { accountId: fields.assignee.accountId, name: fields.assignee.displayName } : null,
    labels: fields.labels ?? [],
    priority: fields.priority?.id ?? null,
    due: fields.duedate ?? null,
    start: textOf(own("start")),
    phase: option.safeParse(own("phase")).data?.value ?? null,
    likelihood: numberOf(own("likelihood")),
    impact: numberOf(own("impact")),
    exposure: numberOf(own("exposure")),
    parent: fields.parent ? { id: fields.parent.id, key: fields.parent.key } : null,
    links: (fields.issuelinks ?? []).flatMap(linkOf),
    properties: isRecord(properties) ? properties : {},
  };
}

export function unreadable(what: string, error: z.ZodError): Refusal {
  return new Refusal("jira_unreadable", {
    message: `Jira sent ${what} that cannot be read. ${z.prettifyError(error)}`,
    mend: "Try again. If this comes back, report it with this text: Jira has changed its answer.",
    cause: error,
  });
}

/** Jira shows the other end only: where that is the outward issue, this item is the one that blocks. */
function linkOf({ id, type, inwardIssue, outwardIssue }: z.output<typeof link>): readonly JiraLink[] {
  const other = outwardIssue ?? inwardIssue;
  if (other === undefined) return [];
  const { summary, status: at } = other.fields;
  return [
    {
      id,
      type: type.name,
      end: outwardIssue === undefined ? "to" : "from",
      other: { id: other.id, key: other.key, title: summary, status: statusOf(at) },
    },
  ];
}

export function statusOf({ id, name, statusCategory }: z.output<typeof status>): Status {
  const { key } = statusCategory;
  return { id, name, category: key === "done" || key === "new" ? key : "indeterminate" };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
