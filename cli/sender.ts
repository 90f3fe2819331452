import { createHmac } from "node:crypto";
import { z } from "zod";
import { refuse } from "./refuse";

const mostTries = 8;
const mostSkewSeconds = 60;

export interface Door {
  readonly url: string;
  readonly secret: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (seconds: number) => Promise<void>;
}

/**
 * Sends signed batches. Each try signs a new time, because the door takes a signature once; sending events again is harmless, because facts merge.
 * Where this machine's clock is wrong, the door's own time is taken from its answer.
 */
export function sender(door: Door): (body: string) => Promise<string> {
  let skewSeconds = 0;
  return async (body) => {
    for (let tries = 1; ; tries += 1) {
      const timestamp = String(Math.floor(door.now() / 1000) + skewSeconds);
      const signature = createHmac("sha256", door.secret).update(`${timestamp}.${body}`).digest("hex");
      const response = await post(door, body, { timestamp, signature });
      if (response?.status === 202) return signature.slice(0, 32);
      const skew = response?.status === 401 ? skewOf(response, Number(timestamp)) : 0;
      if (Math.abs(skew) > mostSkewSeconds && tries < mostTries) skewSeconds += skew;
      else if (mayTryAgain(response) && tries < mostTries) await door.wait(await pauseAfter(response, tries));
      else throw await refused(response);
    }
  };
}

/** Null where nobody answered. */
async function post(
  { url, fetch }: Door,
  body: string,
  { timestamp, signature }: { timestamp: string; signature: string },
): Promise<Response | null> {
  const headers = { "X-Uptake-Timestamp": timestamp, "X-Uptake-Signature": `v1=${signature}` };
  try {
    return await fetch(url, { method: "POST", headers, body });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function skewOf(response: Response, timestamp: number): number {
  const date = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(date) ? 0 : Math.round(date / 1000) - timestamp;
}

function mayTryAgain(response: Response | null): boolean {
  return response === null || response.status === 429 || response.status >= 500;
}

/** The door can only say what its manifest holds, so it asks for time in its body; whatever stands before it may do so in a heading. */
async function pauseAfter(response: Response | null, tries: number): Promise<number> {
  const asked = Number(response?.headers.get("retry-after") ?? NaN);
  if (Number.isFinite(asked)) return asked;
  if (response?.status !== 429) return Math.min(30, 2 ** (tries - 1));
  return (
    retryAfter.safeParse(
      await response
        .clone()
        .json()
        .catch(() => null),
    ).data?.retryAfter ?? usualPauseSeconds
  );
}

const retryAfter = z.object({ retryAfter: z.number().min(1).max(3_600) });
const usualPauseSeconds = 61;

async function refused(response: Response | null): Promise<Error> {
  if (response === null) return refuse("Nobody answers at this address.", `Check --url. ${goesOn}`);
  const said = await response.text();
  return refuse(`The door answered ${response.status}: ${said}`, `${mends[response.status] ?? "Try later."} ${goesOn}`);
}

const goesOn = "The same command goes on where this one stopped.";

const mends: Readonly<Record<number, string>> = {
  401: "Check UPTAKE_SECRET and the address with its ?source=.",
  422: "See the lines under Settings, Sources: most often the plan is another one than the source's.",
};
