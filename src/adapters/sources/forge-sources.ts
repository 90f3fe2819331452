import type { RefusedBatch, Source, Sources } from "#app/adoption-ports";
import { webTrigger } from "@forge/api";
import { kvs } from "@forge/kvs";
import { z } from "zod";

const source = z.object({
  id: z.string(),
  plan: z.string(),
  zone: z.string(),
  name: z.string(),
  createdAt: z.number(),
  keys: z.array(z.string()),
});

const refusedBatches = z.array(
  z.object({ batch: z.string(), at: z.number(), bad: z.array(z.object({ line: z.number(), reason: z.string() })) }),
);

/** Refusals are for mending, not for keeping. */
const refusalDays = 7;
const mostRefusals = 20;

/** Sources lie in the secret store, for their keys; the list of a plan's sources beside them names only ids. */
export const forgeSources: Sources = {
  async find(id) {
    const kept = await kvs.getSecret<unknown>(`source:${id}`);
    return kept === undefined ? null : source.parse(kept);
  },
  async put(made) {
    await kvs.setSecret(`source:${made.id}`, made);
    const ids = await idsOf(made.plan);
    if (!ids.includes(made.id)) await kvs.set(`sources:${made.plan}`, [...ids, made.id]);
  },
  async remove(gone) {
    await kvs.deleteSecret(`source:${gone.id}`);
    const ids = await idsOf(gone.plan);
    await kvs.set(
      `sources:${gone.plan}`,
      ids.filter((id) => id !== gone.id),
    );
  },
  async list(plan) {
    const found = await Promise.all((await idsOf(plan)).map((id) => forgeSources.find(id)));
    return found.filter((one): one is Source => one !== null);
  },
  async noteRefused(from, refused) {
    const known = (await forgeSources.refused(from)).filter(({ batch }) => batch !== refused.batch);
    const kept: readonly RefusedBatch[] = [refused, ...known].slice(0, mostRefusals);
    await kvs.set(`refused:${from.id}`, kept, { ttl: { value: refusalDays, unit: "DAYS" } });
  },
  async refused(from) {
    return refusedBatches.parse((await kvs.get<unknown>(`refused:${from.id}`)) ?? []);
  },
  url: () => webTrigger.getUrl("uptake-events", false),
};

async function idsOf(plan: string): Promise<readonly string[]> {
  return z.array(z.string()).parse((await kvs.get<unknown>(`sources:${plan}`)) ?? []);
}
