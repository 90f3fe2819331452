import { budgetBytes, storedTables } from "#domain/adoption/storage";
import { z } from "zod";

/** What the daily walk through the store found, as it is kept. */
export const storageMeter = z.object({
  at: z.number(),
  plans: z.array(z.object({ plan: z.string(), rows: z.record(z.enum(storedTables), z.number()), bytes: z.number() })),
  /** Of which weeks only totals were kept that day, because the store was tight. */
  coarsened: z.array(z.object({ plan: z.string(), weeks: z.number(), kept: z.number() })),
});

export type StorageMeter = z.infer<typeof storageMeter>;

export interface StorageView {
  /** Null before the first walk. */
  readonly at: string | null;
  /** Of this plan. */
  readonly rows: number;
  readonly bytes: number;
  /** Of all plans of the site together. */
  readonly siteBytes: number;
  readonly budgetBytes: number;
  /** How many weeks of this plan were made totals of last time. */
  readonly totalledWeeks: number;
}

export function storageOf(meter: StorageMeter | null, plan: string): StorageView {
  const own = meter?.plans.find((each) => each.plan === plan);
  const totalled = meter?.coarsened.filter((each) => each.plan === plan) ?? [];
  return {
    at: meter === null ? null : new Date(meter.at).toISOString(),
    rows: own === undefined ? 0 : Object.values(own.rows).reduce((sum, count) => sum + count, 0),
    bytes: own?.bytes ?? 0,
    siteBytes: meter?.plans.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0,
    budgetBytes,
    totalledWeeks: totalled.reduce((sum, { weeks }) => sum + weeks, 0),
  };
}
