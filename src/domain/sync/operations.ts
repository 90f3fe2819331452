import { bulkSize } from "./estimate";
import type { Fields, Item } from "./item";
import type { ItemSteps } from "./item-steps";
import type { Orphan } from "./orphans";
import type { CreateItems, NewItem, Operation, UpdateItem } from "./operation";
import type { Proposal } from "./propose";

/** Bulk calls stay well under what one queue event, one SQL statement and one Jira call may carry. */
const bulkLetters = 150_000;

/** The calls a proposal comes to, in the order they are made: work items, links, then values. */
export function operations(proposal: Proposal, parents: ParentOf): readonly Operation[] {
  const native = new Set([...proposal.native, "under"]);
  const creates = proposal.creates.map((item) => newItem(item, native, parents));
  return [
    ...bulks(creates),
    ...proposal.edges.add.map((edge): Operation => ({ kind: "link", edge })),
    ...proposal.edges.remove.map(({ kind, from, to, link }): Operation => ({
      kind: "unlink",
      edge: { kind, from, to },
      link,
    })),
    ...proposal.compared.flatMap((one) => update(one, native)),
    ...proposal.orphans.flatMap(leave),
  ];
}

function leave({ held, choice, edges, agreed }: Orphan): readonly Operation[] {
  if (choice === "keep") return [];
  const { id: item, kind: itemKind, title, issue, status } = held;
  const subject = { item, itemKind, title, issue };
  return [
    ...edges.map(({ kind, from, to, link }): Operation => ({ kind: "unlink", edge: { kind, from, to }, link })),
    ...(choice === "close" && !status.done
      ? [{ kind: "close", ...subject, statusWas: status.id } satisfies Operation]
      : []),
    { kind: "release", ...subject, agreed },
  ];
}

/** The item under which another is created, where Jira's hierarchy allows it. */
export type ParentOf = (item: Item) => string | null;

function newItem(item: Item, native: ReadonlySet<string>, parents: ParentOf): NewItem {
  return {
    item: item.id,
    kind: item.kind,
    title: item.title,
    fields: only(item.fields, (field) => native.has(field)),
    details: only(item.fields, (field) => !native.has(field)),
    parent: parents(item),
  };
}

function bulks(items: readonly NewItem[]): readonly CreateItems[] {
  const made: { items: NewItem[]; letters: number }[] = [];
  for (const item of items) {
    const letters = JSON.stringify(item).length;
    const last = made.at(-1);
    const fits = last !== undefined && last.items.length < bulkSize && last.letters + letters < bulkLetters;
    // A parent must exist before its call is sent, so it never travels with its children.
    const waits = last?.items.some((one) => one.item === item.parent) === true;
    if (fits && !waits) {
      last.items.push(item);
      last.letters += letters;
    } else made.push({ items: [item], letters });
  }
  return made.map(({ items }) => ({ kind: "create", items }));
}

function update(one: ItemSteps, native: ReadonlySet<string>): readonly UpdateItem[] {
  const { item, held, pushes, merged } = one;
  const writes = only(pushes, (field) => native.has(field));
  const isOther = item.kind !== held.kind;
  const retyped = isOther || held.foreignType !== null;
  const touchesDetails = retyped || Object.keys(pushes).some((field) => !native.has(field));
  if (!touchesDetails && Object.keys(writes).length === 0 && held.ours) return [];
  const details = only(merged, (field) => !native.has(field));
  return [
    {
      kind: "update",
      item: item.id,
      itemKind: item.kind,
      title: item.title,
      issue: held.issue,
      fields: writes,
      was: only(held.fields, (field) => field in writes),
      agreed: held.ours
        ? Object.fromEntries(Object.entries(one.agreed).filter(([field]) => field in pushes))
        : one.agreed,
      details: touchesDetails || !held.ours ? details : null,
      detailsWere: touchesDetails || !held.ours ? only(held.fields, (field) => !native.has(field)) : null,
      documentWas: "description" in writes ? held.document : null,
      adopts: !held.ours,
      kindWas: isOther ? held.kind : null,
      typeWas: held.foreignType,
    },
  ];
}

function only(fields: Fields, keep: (field: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => keep(field)));
}
