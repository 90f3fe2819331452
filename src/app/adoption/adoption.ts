import type { AdoptionOutside } from "../adoption-ports";
import type { adoptionRequest, gadgetRequest, GadgetView, SnapshotView } from "#contract/adoption";
import type { z } from "zod";
import { gadgetView } from "./gadget-view";
import { readSnapshot } from "./read-snapshot";

export async function adoption(
  request: z.output<typeof adoptionRequest>,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  return readSnapshot(await outside.loadPlan(request.plan), request.wave, outside);
}

export async function gadget(
  { config }: z.output<typeof gadgetRequest>,
  outside: AdoptionOutside,
): Promise<GadgetView> {
  const loaded = await outside.loadPlan(config.plan);
  return gadgetView(await readSnapshot(loaded, config.wave, outside), config);
}
