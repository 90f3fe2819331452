import type {
  defineItemsRequest,
  itemSourceRequest,
  ItemSourceView,
  lookNowRequest,
  previewItemsRequest,
} from "#contract/work-items";
import type { planRequest } from "#contract/sync";
import type { z } from "zod";
import type { LoadedPlan } from "../adoption-ports";
import { Refusal } from "../refusal";
import { forgetTicketSpaces } from "./counted-spaces";
import { hiddenFrom } from "./hidden-from";
import type { HiddenFrom } from "./hidden-from";
import { itemSources, keepSources } from "./kept-sources";
import { look } from "./look";
import { forgetLook, readLook } from "./look-state";
import { previewItems } from "./preview-items";
import type { ItemSource, ItemsOutside } from "./work-item-ports";
import { withdrawTickets } from "./withdraw-tickets";

const mostSources = 10;

export async function listItemSources(
  { plan }: z.output<typeof planRequest>,
  outside: ItemsOutside,
): Promise<readonly ItemSourceView[]> {
  const loaded = await administered(plan, outside);
  const hidden = await hiddenFrom(loaded.plan.id, outside);
  const sources = await itemSources(loaded.plan.id, outside.settings);
  return Promise.all(sources.map((source) => view(source, hidden, outside)));
}

export async function preview(request: z.output<typeof previewItemsRequest>, outside: ItemsOutside) {
  const { plan } = await administered(request.plan, outside);
  return previewItems({ plan: plan.id, counting: request.counting }, outside);
}

/** The first look follows at once, so that whoever defines a source sees what it finds. */
export async function defineItems(
  { plan: id, name, counting }: z.output<typeof defineItemsRequest>,
  outside: ItemsOutside,
): Promise<ItemSourceView> {
  const { plan } = await administered(id, outside);
  const known = await itemSources(plan.id, outside.settings);
  if (known.length >= mostSources) {
    const message = `This plan counts work items in ${mostSources} ways already.`;
    throw new Refusal("limit_exceeded", { message, mend: "Remove one that no longer counts." });
  }
  await mustSeeAll({ plan: plan.id, counting }, outside);
  const made = { id: outside.seals.newId(), plan: plan.id, zone: plan.zone, name, createdAt: outside.now, counting };
  await keepSources(plan.id, [...known, made], outside.settings);
  await look(made, { accept: false }, outside);
  return view(made, await hiddenFrom(plan.id, outside), outside);
}

/** The app looks with its own eyes; nobody may learn through it what Jira does not show themselves. */
async function mustSeeAll(asked: Parameters<typeof previewItems>[0], outside: ItemsOutside): Promise<void> {
  const { found, foundByApp } = await previewItems(asked, outside);
  if (found >= foundByApp) return;
  throw new Refusal("not_allowed", {
    message: `You see ${found} of the ${foundByApp} work items this would count.`,
    mend: "Ask for access to the rest, or let somebody who has it define this source.",
  });
}

export async function lookNow(
  { plan, source: id, accept }: z.output<typeof lookNowRequest>,
  outside: ItemsOutside,
): Promise<ItemSourceView> {
  const source = await findSource(await administered(plan, outside), id, outside);
  await look(source, { accept }, outside);
  await outside.facts.dropSnapshots(source.plan);
  return view(source, await hiddenFrom(source.plan, outside), outside);
}

/** What people did stays counted; tickets are those the remaining definitions find. */
export async function removeItems(
  { plan, source: id }: z.output<typeof itemSourceRequest>,
  outside: ItemsOutside,
): Promise<null> {
  const source = await findSource(await administered(plan, outside), id, outside);
  const rest = (await itemSources(source.plan, outside.settings)).filter((one) => one.id !== id);
  await keepSources(source.plan, rest, outside.settings);
  await forgetLook(id, outside.settings);
  if (source.counting.counts === "ticket") {
    await withdrawTickets(source.plan, outside);
    if (!rest.some(({ counting }) => counting.counts === "ticket"))
      await forgetTicketSpaces(source.plan, outside.settings);
  }
  await outside.facts.dropSnapshots(source.plan);
  return null;
}

async function administered(plan: string, outside: ItemsOutside): Promise<LoadedPlan> {
  const loaded = await outside.loadPlan(plan);
  await outside.mustAdminister(loaded);
  return loaded;
}

async function findSource({ plan }: LoadedPlan, id: string, outside: ItemsOutside): Promise<ItemSource> {
  const found = (await itemSources(plan.id, outside.settings)).find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new Refusal("not_found", {
    message: "This plan has no such source.",
    mend: "Reload the page: it may have been removed.",
  });
}

async function view(
  { id, name, counting }: ItemSource,
  hidden: HiddenFrom,
  { settings }: ItemsOutside,
): Promise<ItemSourceView> {
  const state = await readLook(id, settings);
  const isHidden = (counting.counts === "ticket" ? hidden.tickets : hidden.transactions).length > 0;
  const { refused } = state;
  return {
    id,
    name,
    counting,
    lookedAt: state.completeAt === null ? null : new Date(state.completeAt).toISOString(),
    readSoFar: state.round?.read ?? null,
    numbers: isHidden ? null : { items: state.items, ...state.sums },
    spaces: state.spaces.map((space) => space.name || space.key),
    refused: refused === null ? null : { ...refused, at: new Date(refused.at).toISOString() },
  };
}
