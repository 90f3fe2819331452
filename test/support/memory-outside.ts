import { adminPort } from "#adapters/jira/admin-port";
import { createClient } from "#adapters/jira/client";
import type { Outside } from "#app/ports";
import { advance } from "#app/sync/advance";
import { isOver } from "#app/sync/run-view";
import { mappingKey } from "#app/sync/space-mapping";
import { emptyKept, keptSync } from "#adapters/store/kept-runs";
import type { Kept } from "#adapters/store/kept-runs";
import { flatMapping, memoryJira } from "./memory-jira";
import type { MemoryJira } from "./memory-jira";

export interface World {
  readonly outside: Outside;
  readonly jira: MemoryJira;
  readonly kept: Kept;
  /** Runs asked for and not yet begun. */
  readonly queued: string[];
}

/** A person in one space that is set up, with everything in memory. */
export function memoryWorld(): World {
  const jira = memoryJira();
  const kept = emptyKept();
  kept.settings[mappingKey(flatMapping.space.id)] = flatMapping;
  const queued: string[] = [];
  let ids = 0;
  let now = 1_000_000;
  const outside: Outside = {
    jira,
    jiraAsApp: jira,
    admin: noAdmin,
    ...keptSync(kept, async () => undefined),
    announce: async () => undefined,
    queue: { push: async (run) => void queued.push(run) },
    clock: { now: () => (now += 10), sleep: async (ms) => void (now += ms) },
    who: { accountId: "me" },
    space: flatMapping.space,
    issue: null,
    deadline: Number.MAX_SAFE_INTEGER,
    newId: () => `id-${(ids += 1)}`,
  };
  return { outside, jira, kept, queued };
}

/** Works the queue off, as the consumer does. */
export async function workOff({ outside, queued }: World): Promise<void> {
  for (let run = queued.shift(); run !== undefined; run = queued.shift()) await advance(run, outside);
}

/** What the platform does after a crash: the event comes again, once the worker's lease has run out. */
export async function redeliver({ outside, kept }: World): Promise<void> {
  await outside.clock.sleep(10 * 60_000);
  for (const run of Object.values(kept.runs)) if (!isOver(run)) await advance(run.id, outside);
}

/** Set-up is no part of what is tried in memory: asking for it fails loudly. */
const noAdmin = adminPort(
  createClient(async () => {
    throw new Error("Set-up is not part of this test.");
  }),
);
