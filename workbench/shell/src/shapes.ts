import { z } from "zod";

/** The parts of Jira's answers that this page shows. */
export const user = z.object({ accountId: z.string(), displayName: z.string() });
export type User = z.infer<typeof user>;

const named = z.object({ id: z.string(), name: z.string() });
const status = named.extend({ statusCategory: z.object({ key: z.string() }) });
export type Status = z.infer<typeof status>;

export const space = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  projectTypeKey: z.string().default("software"),
  simplified: z.boolean().default(false),
});
export type Space = z.infer<typeof space>;
export const spaces = z.object({ values: z.array(space) });
export const spaceStatuses = z.array(z.object({ statuses: z.array(status) }));

const briefItem = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status,
    issuetype: named,
    assignee: user.nullish(),
    duedate: z.string().nullish(),
  }),
});
export type BriefItem = z.infer<typeof briefItem>;
export const briefFields = "summary,status,issuetype,assignee,duedate";
export const found = z.object({ issues: z.array(briefItem), nextPageToken: z.string().nullish() });

const linked = z.object({ key: z.string(), fields: z.object({ summary: z.string(), status }) });
const link = z.object({
  id: z.string(),
  type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: linked.optional(),
  outwardIssue: linked.optional(),
});
const change = z.object({ field: z.string(), fromString: z.string().nullish(), toString: z.string().nullish() });

export const item = z.object({
  id: z.string(),
  key: z.string(),
  names: z.record(z.string(), z.string()).default({}),
  fields: z.looseObject({
    summary: z.string(),
    status,
    issuetype: named,
    project: space,
    description: z.unknown().optional(),
    issuelinks: z.array(link).default([]),
    parent: linked.nullish(),
  }),
  changelog: z
    .object({
      histories: z.array(
        z.object({ id: z.string(), created: z.string(), author: user.nullish(), items: z.array(change) }),
      ),
    })
    .optional(),
});
export type Item = z.infer<typeof item>;

export const transitions = z.object({ transitions: z.array(named.extend({ to: status })) });
export const comments = z.object({
  comments: z.array(
    z.object({ id: z.string(), created: z.string(), author: user.nullish(), body: z.unknown().optional() }),
  ),
});

const option = z.looseObject({ id: z.string().optional(), name: z.string().optional(), value: z.string().optional() });
export const editMeta = z.object({
  fields: z.record(
    z.string(),
    z.object({
      name: z.string(),
      required: z.boolean().default(false),
      schema: z.object({ type: z.string(), items: z.string().optional() }),
      allowedValues: z.array(option).optional(),
    }),
  ),
});
export type EditMeta = z.infer<typeof editMeta>["fields"];

export const itemTypes = z.object({ issueTypes: z.array(named.extend({ subtask: z.boolean().default(false) })) });
export const linkTypes = z.object({
  issueLinkTypes: z.array(named.extend({ inward: z.string(), outward: z.string() })),
});

export const dashboard = z.object({ id: z.string(), name: z.string(), isWritable: z.boolean().default(true) });
export const dashboards = z.object({ values: z.array(dashboard) });
export const gadgets = z.object({
  gadgets: z.array(
    z.object({
      id: z.union([z.number(), z.string()]).transform(String),
      title: z.string(),
      moduleKey: z.string().nullish(),
      position: z.object({ row: z.number(), column: z.number() }),
    }),
  ),
});
export type Gadget = z.infer<typeof gadgets>["gadgets"][number];
export const property = z.object({ value: z.unknown().optional() });

const rule = z.object({
  id: z.string().optional(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
});
export type Rule = z.infer<typeof rule>;
const transition = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  toStatusReference: z.string().nullish(),
  validators: z.array(rule).default([]),
});
export type Transition = z.infer<typeof transition>;
export const workflows = z.object({
  statuses: z.array(
    z.looseObject({
      id: z.string().optional(),
      name: z.string(),
      statusReference: z.string(),
      statusCategory: z.string(),
    }),
  ),
  values: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      version: z.looseObject({}).nullish(),
      statuses: z.array(z.looseObject({ statusReference: z.string() })),
      transitions: z.array(transition).default([]),
    }),
  ),
});
export type Workflows = z.infer<typeof workflows>;
