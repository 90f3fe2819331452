import type { AdoptionOutside } from "../adoption-ports";
import type { adoptionRequest, SnapshotView } from "#contract/adoption";
import type { gadgetRequest, gadgetsRequest, GadgetView } from "#contract/gadget";
import type { Reply } from "#contract/reply";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { gadgetView } from "./gadget-view";
import { readSnapshot } from "./read-snapshot";

export async function adoption(
  request: z.output<typeof adoptionRequest>,
  outside: AdoptionOutside,
): Promise<SnapshotView> {
  return readSnapshot(await outside.loadPlan(request.plan), request.wave, outside);
}

/** One gadget that may not be shown keeps none of the others waiting. */
export async function gadgets(
  { configs }: z.output<typeof gadgetsRequest>,
  outside: AdoptionOutside,
): Promise<readonly Reply<GadgetView>[]> {
  return Promise.all(configs.map((config) => answered(gadget({ config }, outside))));
}

async function answered(asked: Promise<GadgetView>): Promise<Reply<GadgetView>> {
  try {
    return { ok: true, value: await asked };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, mend } = error;
    return { ok: false, refusal: { code, message, mend } };
  }
}

export async function gadget(
  { config }: z.output<typeof gadgetRequest>,
  outside: AdoptionOutside,
): Promise<GadgetView> {
  const loaded = await outside.loadPlan(config.plan);
  return gadgetView(await readSnapshot(loaded, config.wave, outside), loaded.key, config);
}
