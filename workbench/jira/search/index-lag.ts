import type { Faults } from "../faults";
import type { Issue } from "../records";
import type { Site } from "../site";

/** What the search index last took in, for each running Jira (they share nothing but their fault switches). */
const taken = new WeakMap<Faults, Map<string, Issue>>();

/** Every work item as the index holds it: a write stays out of it for `faults.indexLagMs`. */
export function indexed(site: Site): readonly Issue[] {
  const all = site.store.collection("issue").all();
  if (site.faults.indexLagMs === 0) return all;
  refreshIndex(site);
  const index = taken.get(site.faults);
  return all.flatMap(({ id }) => index?.get(id) ?? []);
}

/** Lets the index catch up. Called before each request while it lags, so that it knows what a write is about to change. */
export function refreshIndex({ store, clock, faults }: Site): void {
  if (faults.indexLagMs === 0) return;
  const index = taken.get(faults) ?? new Map<string, Issue>();
  taken.set(faults, index);
  const due = clock.now() - faults.indexLagMs;
  for (const issue of store.collection("issue").all()) {
    if (issue.updated <= due) index.set(issue.id, issue);
  }
}
