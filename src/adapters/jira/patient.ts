import type { Clock } from "#app/ports";
import { answerLost, quotaSpent } from "#app/sync/trouble";
import type { Budget } from "./budget";
import { isRepeatable } from "./transport";
import type { JiraAnswer, JiraRequest, Transport } from "./transport";

export interface Patience {
  readonly clock: Clock;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  readonly budget: Budget;
}

const mostTries = 4;
const firstBackoffMs = 1_000;
/** A longer wait is no burst: the job parks and comes back instead of holding its invocation. */
const longestWaitMs = 60_000;

/** Sends within the budget, waits as long as Jira asks, and tries again where that cannot do anything twice. */
export function patient(transport: Transport, patience: Patience): Transport {
  return async (request) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await sendOnce(transport, request, patience);
      if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
      if (answer?.status === 429) await waitAsAsked(request, answer, { patience, tries });
      else await backOff(request, answer, { patience, tries });
    }
  };
}

async function sendOnce(transport: Transport, request: JiraRequest, { budget }: Patience): Promise<JiraAnswer | null> {
  const leave = await budget.enter(request);
  try {
    return await transport(request);
  } catch (error) {
    if (!isRepeatable(request)) throw answerLost(error);
    return null;
  } finally {
    leave();
  }
}

interface Attempt {
  readonly patience: Patience;
  readonly tries: number;
}

/** A 429 was not carried out, so any request may be sent again. */
async function waitAsAsked(request: JiraRequest, answer: JiraAnswer, { patience, tries }: Attempt): Promise<void> {
  const { clock, budget } = patience;
  const now = clock.now();
  const waitMs = askedWait(answer, now) ?? firstBackoffMs * 2 ** tries;
  const spent = answer.header("RateLimit-Reason")?.startsWith("jira-quota") === true;
  if (spent || waitMs > longestWaitMs || tries >= mostTries) throw quotaSpent(now + waitMs);
  budget.pause(request, now + waitMs);
  await clock.sleep(waitMs);
}

function askedWait(answer: JiraAnswer, now: number): number | null {
  const seconds = Number(answer.header("Retry-After") ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1_000;
  const reset = Date.parse(answer.header("X-RateLimit-Reset") ?? "");
  return Number.isNaN(reset) ? null : Math.max(0, reset - now);
}

async function backOff(request: JiraRequest, answer: JiraAnswer | null, { patience, tries }: Attempt): Promise<void> {
  if (!isRepeatable(request) || tries >= mostTries) throw answerLost(answer?.text ?? "no answer");
  const { clock, chance } = patience;
  const asked = answer === null ? null : askedWait(answer, clock.now());
  const jitter = 0.7 + 0.6 * chance();
  await clock.sleep(asked ?? firstBackoffMs * 2 ** (tries - 1) * jitter);
}
