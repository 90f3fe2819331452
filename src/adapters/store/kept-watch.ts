import type { Runs } from "#app/sync/run-ports";
import { refKey } from "./kept-runs";
import type { Kept } from "./kept-runs";

type Watch = Pick<Runs, "spend" | "spent" | "readDrift" | "writeDrift" | "keepChanges" | "changesBefore">;

/** What was spent, where Jira has moved, and who moved it. */
export function keptWatch(kept: Kept, save: () => Promise<void>): Watch {
  return {
    async spend({ hour, spender, points }) {
      // Only this hour's figures are ever asked for again.
      kept.spent = { [hour]: kept.spent[hour] ?? {} };
      const known = (kept.spent[hour] ??= {});
      known[spender] = Math.max(known[spender] ?? 0, points);
      await save();
    },
    spent: async (hour) => Object.values(kept.spent[hour] ?? {}).reduce((sum, points) => sum + points, 0),
    readDrift: async (ref) => kept.drift[refKey(ref)] ?? [],
    async writeDrift(ref, drifted, items) {
      const others = (kept.drift[refKey(ref)] ?? []).filter(({ item }) => items !== null && !items.includes(item));
      kept.drift[refKey(ref)] = [...others, ...drifted];
      await save();
    },
    async keepChanges(ref, changes) {
      const known = (kept.changes[refKey(ref)] ??= {});
      for (const change of changes) known[change.id] = change;
      await save();
    },
    changesBefore: async (ref, before, most) =>
      Object.values(kept.changes[refKey(ref)] ?? {})
        .filter(({ at }) => at < before)
        .toSorted((a, b) => b.at - a.at)
        .slice(0, most),
  };
}
