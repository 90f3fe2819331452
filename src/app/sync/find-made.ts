import { identityOf } from "./held";
import type { CreateEntry } from "./create-all";
import type { Job } from "./job";
import type { Made } from "./run-ports";

/** Jira gives out key numbers in order, so whatever a lost call made stands right after the newest key known before it. */
const block = 100;

/** The newest key number anybody can know of before a creation is sent. */
export async function newestKnown(job: Job): Promise<number> {
  const made = job.journal.flatMap((entry) => entry.made.map(({ key }) => numberOf(key)));
  return Math.max(0, ...made, await job.outside.jiraAsApp.newestNumber(job.mapping.space.key));
}

/**
 * What a creation without an answer has made. The search index may not know yet, so the keys after the mark are read one
 * block after another, by the identity that was set inside the call and never by title.
 */
export async function findMade(job: Job, entry: CreateEntry): Promise<readonly Made[]> {
  const { mapping, outside, run } = job;
  const titles = new Map(entry.operation.items.map(({ item, title }) => [item, title]));
  const known = new Set(entry.made.map(({ item }) => item));
  const found = new Map<string, Made>();
  for (let from = (entry.mark ?? 0) + 1; ; from += block) {
    const keys = Array.from({ length: block }, (_, at) => `${mapping.space.key}-${from + at}`);
    const items = await outside.jiraAsApp.fetchItems(keys, mapping);
    for (const item of items) {
      const identity = identityOf(item, mapping);
      const title = identity?.plan === run.plan ? titles.get(identity.item) : undefined;
      if (identity === null || title === undefined || known.has(identity.item) || found.has(identity.item)) continue;
      found.set(identity.item, { item: identity.item, title, id: item.id, key: item.key });
    }
    if (items.length === 0) return [...found.values()];
  }
}

function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf("-") + 1)) || 0;
}
