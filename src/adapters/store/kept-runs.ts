import type { Settings } from "#app/ports";
import type { Drifted, Journaled, KeptChange, PlanRef, Run, Runs } from "#app/sync/run-ports";
import type { BaseEdge, BaseItem } from "#domain/sync/item";
import { edgeKey } from "#domain/sync/item";
import { keptWatch } from "./kept-watch";

/** Everything a sync remembers, as one plain value: what the command line keeps in a file beside the plan. */
export interface Kept {
  version: 1;
  settings: Record<string, unknown>;
  items: Record<string, Record<string, BaseItem>>;
  edges: Record<string, Record<string, BaseEdge>>;
  runs: Record<string, Run>;
  journal: Record<string, Journaled[]>;
  leases: Record<string, { holder: string; until: number }>;
  /** Points by hour and spender. */
  spent: Record<string, Record<string, number>>;
  drift: Record<string, Drifted[]>;
  changes: Record<string, Record<string, KeptChange>>;
}

export function emptyKept(): Kept {
  return {
    version: 1,
    settings: {},
    items: {},
    edges: {},
    runs: {},
    journal: {},
    leases: {},
    spent: {},
    drift: {},
    changes: {},
  };
}

export interface KeptSync {
  readonly runs: Runs;
  readonly settings: Settings;
}

/** The memory of a sync in one value; `save` is called after each change and must be done before the change counts. */
export function keptSync(kept: Kept, save: () => Promise<void>): KeptSync {
  const runs = {
    ...keptBase(kept, save),
    ...keptJournal(kept, save),
    ...keptLeases(kept, save),
    ...keptWatch(kept, save),
  };
  return { runs, settings: keptSettings(kept, save) };
}

function keptBase(
  kept: Kept,
  save: () => Promise<void>,
): Pick<Runs, "readBase" | "plans" | "plansOf" | "plansIn" | "writeBase"> {
  return {
    readBase: async (ref) => ({
      items: Object.values(kept.items[refKey(ref)] ?? {}),
      edges: Object.values(kept.edges[refKey(ref)] ?? {}),
    }),
    plans: async () => Object.keys(kept.items).map(refOf),
    plansOf: async (issues) =>
      Object.entries(kept.items)
        .filter(([, items]) => Object.values(items).some(({ issue }) => issues.includes(issue)))
        .map(([key]) => refOf(key)),
    plansIn: async (space, item) =>
      Object.entries(kept.items).flatMap(([key, items]) => {
        const [ref, issue] = [refOf(key), items[item]?.issue];
        return ref.space === space && issue !== undefined ? [{ plan: ref.plan, issue }] : [];
      }),
    async writeBase(ref, change) {
      const items = (kept.items[refKey(ref)] ??= {});
      const edges = (kept.edges[refKey(ref)] ??= {});
      for (const item of change.items) items[item.id] = item;
      for (const id of change.lostItems) delete items[id];
      for (const edge of change.edges) {
        if (edge.plan === null && edge.jira === null) delete edges[edgeKey(edge)];
        else edges[edgeKey(edge)] = edge;
      }
      await save();
    },
  };
}

type Journal = Pick<Runs, "start" | "find" | "list" | "save" | "journal" | "note" | "outcome" | "cancel">;

function keptJournal(kept: Kept, save: () => Promise<void>): Journal {
  return {
    async start(run, operations) {
      kept.runs[run.id] = run;
      kept.journal[run.id] = operations.map((operation, at) => planned(run.id, at, operation));
      await save();
    },
    find: async (id) => kept.runs[id] ?? null,
    list: async (ref) =>
      Object.values(kept.runs)
        .filter((run) => run.space === ref.space && run.plan === ref.plan)
        .toSorted((a, b) => b.startedAt - a.startedAt),
    async save(run) {
      kept.runs[run.id] = { ...run, cancelled: kept.runs[run.id]?.cancelled ?? false };
      await save();
    },
    journal: async (run) => kept.journal[run] ?? [],
    async note(entries) {
      for (const entry of entries) (kept.journal[entry.run] ??= [])[entry.at] = entry;
      await save();
    },
    async outcome(run) {
      const entries = kept.journal[run] ?? [];
      return { made: entries.flatMap(({ made }) => made), failures: entries.flatMap(({ failures }) => failures) };
    },
    async cancel(run) {
      const found = kept.runs[run];
      if (found !== undefined) kept.runs[run] = { ...found, cancelled: true };
      await save();
    },
  };
}

function keptLeases(kept: Kept, save: () => Promise<void>): Pick<Runs, "hold" | "letGo"> {
  return {
    async hold({ name, holder, now, until }) {
      const lease = kept.leases[name];
      if (lease !== undefined && lease.holder !== holder && lease.until > now) return false;
      kept.leases[name] = { holder, until };
      await save();
      return true;
    },
    async letGo(name, holder) {
      if (kept.leases[name]?.holder === holder) delete kept.leases[name];
      await save();
    },
  };
}

export function planned(run: string, at: number, operation: Journaled["operation"]): Journaled {
  return { run, at, state: "planned", operation, made: [], failures: [], mark: null };
}

function refOf(key: string): PlanRef {
  const at = key.indexOf("/");
  return { space: key.slice(0, at), plan: key.slice(at + 1) };
}

export function refKey({ space, plan }: PlanRef): string {
  return `${space}/${plan}`;
}

function keptSettings(kept: Kept, save: () => Promise<void>): Settings {
  return {
    read: async (key) => kept.settings[key] ?? null,
    async write(key, value) {
      kept.settings[key] = value;
      await save();
    },
    async remove(key) {
      delete kept.settings[key];
      await save();
    },
  };
}
