import type { Fields, ItemKind } from "#domain/sync/item";
import type { Operation } from "#domain/sync/operation";
import type { JiraItem } from "../ports";
import { heldItem, identityOf, named } from "./held";
import type { Job } from "./job";
import { readItems } from "./read-items";
import type { Failure, Journaled } from "./run-ports";

export type Held = ReadonlyMap<string, JiraItem>;
type Writing = Pick<Job, "outside" | "mapping" | "issues">;

/** The work items a run wrote to, as they are now. */
export async function readHeld({ outside, mapping, issues }: Writing, entries: readonly Journaled[]): Promise<Held> {
  const ids = entries.flatMap(({ operation, made }): readonly (string | undefined)[] => {
    if (operation.kind === "create") return made.map(({ id }) => id);
    return "issue" in operation ? [operation.issue] : [issues.get(operation.edge.from)];
  });
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const items = await readItems(outside.jiraAsApp, known, mapping);
  return new Map(items.map((item) => [item.id, item]));
}

/** What of a call can no longer be taken back, because Jira does not hold what it wrote any more. */
export function keptOf(job: Writing, { operation, made }: Journaled, held: Held): readonly Failure[] {
  switch (operation.kind) {
    case "create":
      return made.flatMap(({ item, id, key, title }) => {
        const wrote = operation.items.find((one) => one.item === item);
        const now = held.get(id);
        if (wrote === undefined || now === undefined) return [];
        const kept = changed(heldNow(job, now, wrote.kind), { ...wrote.fields, ...wrote.details });
        return kept ? [{ item, title, ...changedSince(key) }] : [];
      });
    case "update": {
      const now = held.get(operation.issue);
      const stands =
        now !== undefined &&
        !changed(heldNow(job, now, operation.itemKind), { ...operation.fields, ...operation.details });
      return stands ? [] : [keptWhole(operation, now)];
    }
    case "release": {
      const now = held.get(operation.issue);
      // Since then it may have gone into another plan.
      return now === undefined || identityOf(now, job.mapping) !== null ? [keptWhole(operation, now)] : [];
    }
    case "close": {
      const now = held.get(operation.issue);
      const stands = now?.status.id === operation.statusWas || now?.status.category === "done";
      return stands ? [] : [keptWhole(operation, now)];
    }
    case "link":
    case "unlink":
      return [];
  }
}

export function keptWhole(
  { item, title }: Exclude<Operation, { readonly kind: "create" | "link" | "unlink" }>,
  now: JiraItem | undefined,
): Failure {
  return { item, title, ...changedSince(now?.key ?? item) };
}

function heldNow({ mapping, issues }: Writing, item: JiraItem, kind: ItemKind): Fields {
  const names = new Map([...issues].map(([name, issue]) => [issue, name]));
  return named(heldItem(item, kind, mapping), names).fields;
}

function changed(now: Fields, wrote: Fields): boolean {
  return Object.entries(wrote).some(([field, value]) => (now[field] ?? null) !== value);
}

function changedSince(key: string) {
  return {
    message: `${key} has been changed since this run wrote it, so it stays as it is.`,
    mend: `Open ${key} and take back by hand what should go.`,
  };
}
