import { Queue } from "@forge/events";
import type { SyncQueue } from "#app/ports";

const queue = new Queue({ key: "sync" });

/** One job at a time over the whole site: two would only share one allowance, and finish later. */
const concurrency = { key: "sync", limit: 1 };

export const forgeSyncQueue: SyncQueue = {
  async push(run, delaySeconds) {
    await queue.push([{ body: { run }, delayInSeconds: delaySeconds, concurrency }]);
  },
};
