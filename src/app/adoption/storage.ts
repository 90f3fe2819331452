import type { StorageView } from "#contract/storage";
import { storageOf } from "#contract/storage";
import type { planRequest } from "#contract/sync";
import type { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import { readMeter } from "./keep-house";

/** How much room the facts of a plan take, and all of them together. */
export async function storage(
  { plan: id }: z.output<typeof planRequest>,
  outside: AdoptionOutside,
): Promise<StorageView> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  return storageOf(await readMeter(outside.settings), loaded.plan.id);
}
