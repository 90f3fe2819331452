import type {
  Change,
  CommentLine,
  Created,
  Draft,
  FieldChange,
  Jira,
  JiraItem,
  JiraLink,
  RequiredField,
} from "#app/ports";
import type { Precomputation } from "#app/jql/precomputation";
import type { SpaceMapping } from "#domain/setup/mapping";

/** The mapping of a space whose types are all on one level, as set-up makes them. */
export const flatMapping: SpaceMapping = {
  space: { id: "10000", key: "CRM" },
  types: {
    plan: { id: "101", level: 0 },
    step: { id: "102", level: 0 },
    risk: { id: "103", level: 0 },
    rollback: { id: "104", level: 0 },
  },
  fields: { phase: "f1", likelihood: "f2", impact: "f3", exposure: "f4", start: "f5", due: "duedate" },
  links: { after: "Blocks", has: "Plan", threatens: "Threat", covers: "Rollback" },
};

/** Thrown where a test kills the app; nothing may catch it. */
export class Killed extends Error {}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export interface MemoryJira extends Jira {
  readonly items: Map<string, JiraItem>;
  readonly links: Link[];
  readonly writes: string[];
  /** What the changelogs say, written by the test. */
  readonly history: FieldChange[];
  readonly comments: { readonly issue: string; readonly lines: readonly CommentLine[] }[];
  reads: number;
  /** What Jira keeps of the app's JQL functions. */
  precomputed: readonly Precomputation[];
  required: readonly RequiredField[];
  /** Whom Jira gives work to that nobody was named for. */
  defaultAssignee: string | null;
  /** Items the search index has not seen yet. */
  readonly unindexed: Set<string>;
  /** Called before and after every write; may throw. */
  around: (moment: "before" | "after", what: string) => void;
  edit(issue: string, change: Partial<JiraItem>): void;
}

const status = { id: "1", name: "To Do", category: "new" } as const;
const done = { id: "3", name: "Done", category: "done" } as const;

/** What is read of an item unless other properties are asked for; Jira gives five. */
const ofPlanItems = ["uptake.item", "uptake.plan", "uptake.step", "uptake.risk", "uptake.rollback"];

function picked({ properties }: JiraItem, wanted: readonly string[]): JiraItem["properties"] {
  if (wanted.length > 5) throw new Error("Jira gives five properties at most.");
  return Object.fromEntries(Object.entries(properties).filter(([key]) => wanted.includes(key)));
}

/** Jira as the port describes it, in memory, with a search index that lags until it is told otherwise. */
export function memoryJira(): MemoryJira {
  const items = new Map<string, JiraItem>();
  const links: Link[] = [];
  const writes: string[] = [];
  const history: FieldChange[] = [];
  const comments: MemoryJira["comments"] = [];
  const unindexed = new Set<string>();
  let next = 0;
  const jira: MemoryJira = {
    items,
    links,
    writes,
    comments,
    history,
    unindexed,
    reads: 0,
    required: [],
    precomputed: [],
    defaultAssignee: null,
    around: () => undefined,
    edit(issue, change) {
      const item = items.get(issue);
      if (item !== undefined) items.set(issue, { ...item, ...change });
    },
    async findIds({ plan, kind }) {
      jira.reads += 1;
      return [...items.values()]
        .filter((item) => !unindexed.has(item.id) && matches(item, plan, kind))
        .map(({ id }) => id);
    },
    async fetchItems(refs, _, properties = ofPlanItems) {
      jira.reads += Math.ceil(refs.length / 100);
      const wanted = new Set(refs);
      const found = [...items.values()].filter((item) => wanted.has(item.id) || wanted.has(item.key));
      return found.map((item) => ({ ...item, links: linksOf(item.id), properties: picked(item, properties) }));
    },
    findTitled: async ({ titles }) =>
      [...items.values()].filter(({ summary }) => titles.includes(summary)).map(({ id }) => id),
    requiredFields: async () => jira.required,
    suggestPeople: async () => [],
    finish: (issue) =>
      write(`finish ${issue}`, () => {
        jira.edit(issue, { status: done });
        return "moved";
      }),
    newestNumber: async () => Math.max(0, ...[...items.values()].filter(({ id }) => !unindexed.has(id)).map(number)),
    createItems: (drafts) => write(`create ${drafts.length}`, () => drafts.map(create)),
    updateItem: (issue, change) => write(`update ${issue}`, () => update(issue, change)),
    deleteItem: (issue) =>
      write(`delete ${issue}`, () => {
        items.delete(issue);
        links.splice(0, links.length, ...links.filter(({ from, to }) => from !== issue && to !== issue));
      }),
    link: (type, from, to) =>
      write(`link ${from} ${to}`, () => {
        if (!items.has(from) || !items.has(to)) throw new Error("linked to nothing");
        const there = links.some((link) => link.type === type && link.from === from && link.to === to);
        if (!there) links.push({ id: `L${(next += 1)}`, type, from, to });
      }),
    unlink: (id) =>
      write(`unlink ${id}`, () => void links.splice(0, links.length, ...links.filter((l) => l.id !== id))),
    async writeProperty(issue, key, value) {
      const item = items.get(issue);
      if (item !== undefined) items.set(issue, { ...item, properties: { ...item.properties, [key]: value } });
    },
    async changes(issues) {
      jira.reads += 1;
      return history.filter(({ issue }) => issues.includes(issue));
    },
    precomputations: async () => jira.precomputed,
    precompute: async (changed) => {
      jira.precomputed = changed;
    },
    priorities: async () => ["1", "2", "3", "4", "5"],
    count: async () => items.size,
    comment: (issue, lines) => write(`comment ${issue}`, () => void comments.push({ issue, lines })),
    removeProperty: (issue, key) =>
      write(`remove ${key} of ${issue}`, () => {
        const item = items.get(issue);
        if (item === undefined) return;
        const kept = Object.entries(item.properties).filter(([name]) => name !== key);
        items.set(issue, { ...item, properties: Object.fromEntries(kept) });
      }),
    readProperty: async (issue, key) => items.get(issue)?.properties[key] ?? null,
    nameOf: async (accountId) => accountId,
    personOf: async (accountId) => ({ name: accountId, address: null }),
    findPerson: async (name) => (name.includes("@") ? `account-${name}` : null),
    missingPermissions: async () => [],
    statuses: async () => [status],
    async moveTo(issue, statusId) {
      jira.edit(issue, { status: statusId === done.id ? done : status });
      return "moved";
    },
    findSpace: async () => ({ id: "10000", key: "CRM", name: "CRM", managed: "company" }),
    spaces: async () => [],
    spent: () => ({ reads: jira.reads, writes: writes.length, points: 0 }),
  };
  return jira;

  async function write<T>(what: string, change: () => T): Promise<T> {
    jira.around("before", what);
    await Promise.resolve();
    writes.push(what);
    const result = change();
    jira.around("after", what);
    return result;
  }

  function create(draft: Draft): Created {
    next += 1;
    const [id, key] = [String(20_000 + next), `CRM-${next}`];
    const { values } = draft;
    items.set(id, {
      id,
      key,
      spaceId: "10000",
      typeId: draft.typeId,
      status,
      createdAt: 0,
      updatedAt: 0,
      priority: null,
      summary: values.summary ?? "",
      description: values.description ?? null,
      assignee: person(values.assignee ?? jira.defaultAssignee),
      labels: [],
      due: values.due ?? null,
      start: values.start ?? null,
      phase: values.phase ?? null,
      likelihood: values.likelihood ?? null,
      impact: values.impact ?? null,
      exposure: values.exposure ?? null,
      parent: draft.parent === null ? null : { id: draft.parent, key: items.get(draft.parent)?.key ?? "" },
      links: [],
      properties: asJson(draft.properties),
    });
    unindexed.add(id);
    return { kind: "created", item: draft.item, id, key };
  }

  function update(issue: string, { values, properties }: Change): void {
    const item = items.get(issue);
    if (item === undefined) throw new Error(`no item ${issue}`);
    const { assignee, parent, ...rest } = values;
    const who = assignee === undefined ? {} : { assignee: person(assignee) };
    const above = parent === undefined ? {} : { parent: parent === null ? null : { id: parent, key: "" } };
    const typed = { ...rest, typeId: rest.typeId ?? item.typeId };
    items.set(issue, {
      ...item,
      ...typed,
      ...who,
      ...above,
      properties: { ...item.properties, ...asJson(properties) },
    });
  }

  function linksOf(issue: string): readonly JiraLink[] {
    return links.flatMap(({ id, type, from, to }): readonly JiraLink[] => {
      if (from !== issue && to !== issue) return [];
      const end = from === issue ? "from" : "to";
      const other = items.get(end === "from" ? to : from);
      const now = other?.status ?? status;
      return [
        {
          id,
          type,
          end,
          other: { id: other?.id ?? "", key: other?.key ?? "", title: other?.summary ?? "", status: now },
        },
      ];
    });
  }
}

function number(item: JiraItem): number {
  return Number(item.key.slice(4));
}

function matches(item: JiraItem, plan: string | null, kind: string | null): boolean {
  const identity = JSON.stringify(item.properties["uptake.item"] ?? {});
  return (
    (plan === null || identity.includes(`"plan":${JSON.stringify(plan)}`)) && (kind === null || identity.includes(kind))
  );
}

function person(accountId: string | null): JiraItem["assignee"] {
  return accountId === null ? null : { accountId, name: accountId };
}

function asJson(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(properties));
}
