import { z } from "zod";
import {
  bulkFetchIssues,
  deleteIssue,
  deleteIssueLink,
  deleteIssueProperty,
  doTransition,
  editIssue,
  getBulkPermissions,
  getIssueProperty,
  getTransitions,
  linkIssues,
} from "jira.js/cloud";
import type { Jira, JiraItem, PermissionCheck } from "#app/ports";
import { inFlight } from "#app/sync/in-flight";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraClient } from "./client";
import { changes } from "./changes";
import { comment } from "./comments";
import { createItems } from "./create-items";
import { fieldsToRead, parseItem, unreadable } from "./parse-item";
import { findPerson, personOf, suggestPeople } from "./people";
import { statusOf } from "./refused";
import { precompute, precomputations } from "./precomputations";
import { priorities } from "./priorities";
import { requiredFields } from "./required-fields";
import { countItems, newestNumber, searchIds, searchTitled } from "./search";
import { findSpace, spaces, statuses } from "./spaces";
import { writeFields, writeProperties } from "./write-fields";

/** Jira as whoever the client speaks for may see and change it. */
export function jiraPort(client: JiraClient): Jira {
  return {
    findIds: (query) => searchIds(client, query),
    fetchItems: (refs, mapping, properties) => fetchItems(client, refs, { mapping, properties }),
    count: (jql) => countItems(client, jql),
    findTitled: (query) => searchTitled(client, query),
    requiredFields: (spaceId, typeId) => requiredFields(client, spaceId, typeId),
    suggestPeople: (name, spaceKey) => suggestPeople(client, name, spaceKey),
    newestNumber: (spaceKey) => newestNumber(client, spaceKey),
    createItems: (drafts, mapping) => createItems(client, drafts, mapping),
    async updateItem(issue, { values, properties }, mapping) {
      await editIssue(client, {
        issueIdOrKey: ref(issue),
        notifyUsers: false,
        fields: writeFields(values, mapping),
        properties: writeProperties(properties),
      });
    },
    deleteItem: (issue) => unlessGone(deleteIssue(client, { issueIdOrKey: ref(issue) })),
    async link(type, from, to) {
      await linkIssues(client, { type: { name: type }, inwardIssue: { id: from }, outwardIssue: { id: to } });
    },
    unlink: (link) => unlessGone(deleteIssueLink(client, { linkId: ref(link) })),
    async writeProperty(issue, key, value) {
      await client.ask({ method: "PUT", path: `/rest/api/3/issue/${ref(issue)}/properties/${ref(key)}`, body: value });
    },
    changes: (issues) => changes(client, issues),
    precomputations: () => precomputations(client),
    precompute: (changed) => precompute(client, changed),
    priorities: () => priorities(client),
    comment: (issue, lines) => comment(client, issue, lines),
    readProperty: (issue, key) => readProperty(client, issue, key),
    removeProperty: (issue, key) =>
      unlessGone(deleteIssueProperty(client, { issueIdOrKey: ref(issue), propertyKey: ref(key) })),
    findPerson: (name) => findPerson(client, name),
    nameOf: async (accountId) => (await personOf(client, accountId)).name,
    personOf: (accountId) => personOf(client, accountId),
    missingPermissions: (check) => missingPermissions(client, check),
    statuses: (spaceId, typeId) => statuses(client, spaceId, typeId),
    moveTo: (issue, statusId) => take(client, issue, ({ id }) => id === statusId),
    finish: (issue) => take(client, issue, ({ statusCategory }) => statusCategory?.key === "done"),
    findSpace: (name) => findSpace(client, name),
    spaces: () => spaces(client),
    spent: () => client.spent(),
  };
}

const ofPlanItems = ["uptake.item", "uptake.plan", "uptake.step", "uptake.risk", "uptake.rollback"];
/** With fields that hold lists, such as links, Jira gives a hundred at a time. */
const fetchSize = 100;
const fetched = z.object({ issues: z.array(z.unknown()).catch([]) });

interface Wanted {
  readonly mapping: SpaceMapping | null;
  readonly properties: readonly string[] | undefined;
}

async function fetchItems(
  client: JiraClient,
  refs: readonly string[],
  { mapping, properties = ofPlanItems }: Wanted,
): Promise<readonly JiraItem[]> {
  const pages = Array.from({ length: Math.ceil(refs.length / fetchSize) }, (_, at) =>
    refs.slice(at * fetchSize, (at + 1) * fetchSize),
  );
  const items = new Map<string, JiraItem>();
  await inFlight(pages, { most: 4, stopped: () => false }, async (page) => {
    const fields = fieldsToRead(mapping);
    const answer: unknown = await bulkFetchIssues(client, {
      issueIdsOrKeys: [...page],
      fields,
      properties: [...properties],
    });
    const read = fetched.safeParse(answer);
    if (!read.success) throw unreadable("a page of work items", read.error);
    for (const item of read.data.issues.map((issue) => parseItem(issue, mapping))) items.set(item.id, item);
  });
  return [...items.values()];
}

/** Taking away what is no longer there is done. */
async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

const property = z.object({ value: z.unknown() });

async function readProperty(client: JiraClient, issue: string, key: string): Promise<unknown> {
  try {
    const read = property.safeParse(
      await getIssueProperty(client, { issueIdOrKey: ref(issue), propertyKey: ref(key) }),
    );
    return read.success ? (read.data.value ?? null) : null;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

const granted = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(z.number()).catch([]) })).catch([]),
});

async function missingPermissions(client: JiraClient, check: PermissionCheck): Promise<readonly string[]> {
  const space = Number(check.spaceId);
  const answer: unknown = await getBulkPermissions(client, {
    accountId: check.accountId,
    projectPermissions: [{ permissions: [...check.permissions], projects: [space] }],
  });
  const read = granted.safeParse(answer);
  if (!read.success) throw unreadable("its answer about permissions", read.error);
  const has = new Set(
    read.data.projectPermissions.filter(({ projects }) => projects.includes(space)).map(({ permission }) => permission),
  );
  return check.permissions.filter((permission) => !has.has(permission));
}

const reached = z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }).nullish() });
const transitions = z.object({ transitions: z.array(z.object({ id: z.string(), to: reached })).catch([]) });

async function take(
  client: JiraClient,
  issue: string,
  wanted: (to: z.output<typeof reached>) => boolean,
): Promise<"moved" | "no-transition"> {
  const read = transitions.safeParse(await getTransitions(client, { issueIdOrKey: ref(issue) }));
  const found = read.data?.transitions.find(({ to }) => wanted(to));
  if (found === undefined) return "no-transition";
  await doTransition(client, { issueIdOrKey: ref(issue), transition: { id: found.id } });
  return "moved";
}

/** Ids and keys go into paths, which jira.js does not escape. */
function ref(name: string): string {
  return encodeURIComponent(name);
}
