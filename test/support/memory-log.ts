import type { KeptEntry, PlanLog } from "#app/log";

/** The log of a plan in memory: the first entry under an id stays. */
export function memoryLog(): PlanLog {
  const plans = new Map<string, KeptEntry[]>();
  return {
    async append({ space, plan }, kind, more) {
      const entries = plans.get(`${space}/${plan}`) ?? [];
      plans.set(`${space}/${plan}`, entries);
      for (const entry of more) {
        const isKnown = entries.some((one) => one.kind === kind && one.id === entry.id);
        if (!isKnown) entries.push({ kind, ...entry });
      }
    },
    read: async ({ space, plan }, kinds) =>
      (plans.get(`${space}/${plan}`) ?? []).filter(({ kind }) => kinds.some((one) => one === kind)),
  };
}
