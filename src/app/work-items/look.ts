import { lookJql, withoutOrder } from "#domain/adoption/work-item-jql";
import { Refusal } from "../refusal";
import { noteSpaces } from "./counted-spaces";
import { overlapMs, readLook, writeLook } from "./look-state";
import type { LookState, Round } from "./look-state";
import { mustNotShrink, troubleOf } from "./look-trouble";
import { takeItems, vouch } from "./take-items";
import type { ItemSource, ItemsOutside } from "./work-item-ports";
import { withdrawTickets } from "./withdraw-tickets";

const minute = 60_000;
/** For the same reason it vouches only for what is a little older than its beginning. */
const lagMs = 2 * minute;
/** A round whose window has moved by more than the overlap forgives begins anew. */
const longestRoundMs = overlapMs - 10 * minute;
/** What no longer matches is not found by asking what changed, so now and then everything is asked for, by its ids alone. */
const checkEveryMs = 6 * 60 * minute;
const pageSize = 100;
const mostPages = 20;

export interface HowToLook {
  /** Somebody said that what is missing really went. */
  readonly accept: boolean;
}

/**
 * J2: one turn of looking at what a source defines. It reads what has changed since the last complete look and a little more, and merges
 * it through the same door as batches; so it may run twice, late, or be cut short anywhere.
 */
export async function look(source: ItemSource, how: HowToLook, outside: ItemsOutside): Promise<LookState> {
  const { settings, now } = outside;
  const before = { ...(await readLook(source.id, settings)), triedAt: now };
  try {
    return await keep(source, await lookOn(source, { ...before, refused: null }, { how, outside }), outside);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = troubleOf(error, now);
    const reached = await readLook(source.id, settings);
    // The page a refused round stood on may have gone; one that only waits goes on where it stood.
    const round = refused.kind === "waiting" ? reached.round : null;
    return keep(source, { ...reached, triedAt: now, round, refused }, outside);
  }
}

async function keep(source: ItemSource, state: LookState, { settings }: ItemsOutside): Promise<LookState> {
  await writeLook(source.id, state, settings);
  await noteSpaces(source, state, settings);
  return state;
}

interface Turn {
  readonly how: HowToLook;
  readonly outside: ItemsOutside;
}

async function lookOn(source: ItemSource, before: LookState, { how, outside }: Turn): Promise<LookState> {
  const withComments = source.counting.moment.kind === "commented";
  let [state, round] = [before, currentRound(source, before, outside.now)];
  for (let pages = 0; pages < mostPages && !outside.isOver(); pages += 1) {
    const { jql, token } = round;
    const { items, next } = await outside.readerAsApp.page({ jql, token, most: pageSize, withComments });
    state = await takeItems(source, items, { state, outside });
    round = { ...round, token: next, read: round.read + items.length };
    if (next === null) return complete(source, { ...state, round: null }, { round, how, outside });
    state = await keep(source, { ...state, round }, outside);
  }
  return { ...state, round };
}

function currentRound(source: ItemSource, { round, completeAt }: LookState, now: number): Round {
  if (round !== null && (completeAt === null || now - round.startedAt < longestRoundMs)) return round;
  const minutes = completeAt === null ? null : Math.ceil((now - completeAt + overlapMs) / minute);
  return { startedAt: now, jql: lookJql(source.counting.jql, minutes), token: null, read: 0 };
}

async function complete(
  source: ItemSource,
  state: LookState,
  { round, how, outside }: Turn & { readonly round: Round },
): Promise<LookState> {
  const items = await outside.jiraAsApp.count(withoutOrder(source.counting.jql));
  if (!how.accept) mustNotShrink(state.items, items);
  const isDue =
    source.counting.counts === "ticket" && (how.accept || round.startedAt - state.checkedAt >= checkEveryMs);
  if (isDue) await withdrawTickets(source.plan, outside, how.accept ? "everything" : "older");
  await vouch(source, round.startedAt - lagMs, outside);
  const since = round.startedAt - overlapMs;
  return {
    ...state,
    completeAt: round.startedAt,
    checkedAt: isDue ? round.startedAt : state.checkedAt,
    items,
    seen: state.seen.filter(([, updatedAt]) => updatedAt >= since),
  };
}
