import { compact } from "#app/events/compact";
import type { EventQueue, ReadingQueue } from "#app/adoption-ports";
import { readingsAPart } from "#app/events/readings-part";
import { Queue, RateLimitError } from "@forge/events";

const queue = new Queue({ key: "events" });

/** A push carries 200 KB and the parts are cut to 85 KB. */
const partsAtOnce = 2;

/** One hand at a time on the triggers of a plan. */
export const forgeReadingQueue: ReadingQueue = {
  async push({ readings, ...head }) {
    for (let from = 0; from < readings.length; from += readingsAPart) {
      const body = { ...head, readings: readings.slice(from, from + readingsAPart) };
      try {
        await queue.push({ body, concurrency: { key: `readings-${head.plan}`, limit: 1 } });
      } catch (error) {
        if (error instanceof RateLimitError) return "full";
        throw error;
      }
    }
    return "taken";
  },
};

export const forgeEventQueue: EventQueue = {
  async push(parts) {
    for (let from = 0; from < parts.length; from += partsAtOnce) {
      // One batch of a source at a time keeps statements of the same people from crossing.
      const events = parts
        .slice(from, from + partsAtOnce)
        .map((part) => ({ body: compact(part), concurrency: { key: `events-${part.source}`, limit: 1 } }));
      try {
        await queue.push(events);
      } catch (error) {
        if (error instanceof RateLimitError) return "full";
        throw error;
      }
    }
    return "taken";
  },
};
