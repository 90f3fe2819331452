import { pack } from "../events/pack";
import { Refusal } from "../refusal";
import { ticketOf } from "#domain/adoption/happenings";
import { countItems } from "./count-items";
import type { Counted } from "./count-items";
import type { LookState } from "./look-state";
import type { ItemSource, ItemsOutside, ReadItem } from "./work-item-ports";

const mostSeen = 2_000;

/** Counts the work items of a page that have changed since they were last counted, and sends them through the door of batches. */
export async function takeItems(
  source: ItemSource,
  items: readonly ReadItem[],
  { state, outside }: { readonly state: LookState; readonly outside: ItemsOutside },
): Promise<LookState> {
  const seen = new Map(state.seen);
  const fresh = items.filter(({ id, updatedAt }) => seen.get(id) !== updatedAt);
  if (fresh.length === 0) return state;
  const eyes = { ...outside, jira: outside.jiraAsApp, reader: outside.readerAsApp };
  const counted = await countItems(source, fresh, eyes);
  if (source.counting.counts === "ticket") await dropUnowned(source, fresh, { counted, outside });
  await push(source, counted, outside);
  for (const { id, updatedAt } of fresh) seen.set(id, updatedAt);
  const { sums } = state;
  return {
    ...state,
    seen: newest([...seen]),
    sums: {
      counted: sums.counted + counted.counted,
      services: sums.services + counted.services,
      nobody: sums.nobody + counted.nobody,
      setAside: sums.setAside + counted.setAside,
    },
    spaces: union([...state.spaces, ...fresh.map(({ space }) => space)]),
    hasSecured: state.hasSecured || fresh.some(({ isSecured }) => isSecured),
  };
}

/** A ticket that was somebody's, and is now an app's or nobody's. */
async function dropUnowned(
  { plan }: ItemSource,
  items: readonly ReadItem[],
  { counted, outside }: { readonly counted: Counted; readonly outside: ItemsOutside },
): Promise<void> {
  const owned = new Set(counted.events.filter(({ channel }) => channel === "person").map(({ id }) => id));
  const unowned = items.map(({ id }) => ticketOf(id)).filter((ticket) => !owned.has(ticket));
  if (unowned.length > 0) await outside.roster.dropTickets(plan, unowned);
}

async function push(source: ItemSource, { events, personNumber }: Counted, outside: ItemsOutside): Promise<void> {
  if (events.length === 0) return;
  // The same events are the same batch, whenever they are read.
  const batch = outside.seals.hash(JSON.stringify([source.id, events])).slice(0, 32);
  // What is read says nothing of how far the source is complete: only the end of a look does.
  await send(pack(events, { ...headOf(source, outside), batch, completeTo: 0 }, personNumber), outside);
}

/** Says up to when a source has been seen to the end. */
export async function vouch(source: ItemSource, completeTo: number, outside: ItemsOutside): Promise<void> {
  await send(pack([], { ...headOf(source, outside), batch: "look", completeTo }, Number), outside);
}

function headOf({ plan, zone, id }: ItemSource, { now }: ItemsOutside) {
  return { plan, zone, source: id, receivedAt: now };
}

async function send(parts: ReturnType<typeof pack>, { queue }: ItemsOutside): Promise<void> {
  if ((await queue.push(parts)) === "taken") return;
  throw new Refusal("busy", { message: "The queue is full for the moment.", mend: "Wait a minute." });
}

function newest(seen: readonly [string, number][]): [string, number][] {
  return seen.toSorted((a, b) => b[1] - a[1]).slice(0, mostSeen);
}

function union(spaces: readonly LookState["spaces"][number][]): LookState["spaces"] {
  return [...new Map(spaces.map((space) => [space.id, space])).values()];
}
