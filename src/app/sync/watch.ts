import { z } from "zod";
import type { Outside } from "../ports";
import type { PlanRef } from "./run-ports";

const newcomer = z.object({
  issue: z.string(),
  kind: z.enum(["plan", "step", "risk", "rollback"]),
  beside: z.string(),
});

const watch = z
  .object({
    checkedAt: z.number().nullable(),
    wholeAt: z.number(),
    newcomers: z.array(newcomer),
  })
  .catch({ checkedAt: null, wholeAt: 0, newcomers: [] });

/** How far the looking has come, and what hangs on the plan without being of it. */
export type Watch = Readonly<Omit<z.output<typeof watch>, "newcomers">> & {
  readonly newcomers: readonly z.output<typeof newcomer>[];
};

export async function readWatch(ref: PlanRef, { settings }: Outside): Promise<Watch> {
  return watch.parse(await settings.read(keyOf(ref)));
}

export async function writeWatch(ref: PlanRef, now: Watch, { settings }: Outside): Promise<void> {
  await settings.write(keyOf(ref), now);
}

function keyOf({ space, plan }: PlanRef): string {
  return `watch:${space}:${plan}`;
}
