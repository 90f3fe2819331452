import type { AdoptionOffer } from "#contract/sync";
import type { Item } from "#domain/sync/item";
import type { JiraItem, Outside } from "../ports";
import { itemProperty } from "./details";
import type { Proposed } from "./propose";
import { typeIds } from "./space-mapping";

/** Past this, nobody looks at offers one by one; the file names the work items by key instead. */
export const mostLookedFor = 200;

/** Existing work items that bear the title of something about to be made. A person confirms each; none is ever guessed. */
export async function offersFor({ proposal, mapping }: Proposed, { jira }: Outside): Promise<readonly AdoptionOffer[]> {
  const wanted = proposal.creates.filter(({ kind }) => kind !== "plan");
  if (wanted.length === 0 || wanted.length > mostLookedFor) return [];
  const titles = [...new Set(wanted.map(({ title }) => title.trim()))];
  const ids = await jira.findTitled({ space: mapping.space.key, types: typeIds(mapping), titles });
  const items = ids.length === 0 ? [] : await jira.fetchItems(ids, mapping);
  const free = items.filter(({ spaceId, properties }) => spaceId === mapping.space.id && !(itemProperty in properties));
  return wanted.flatMap((item): readonly AdoptionOffer[] => {
    const alike = free.filter((one) => one.typeId === mapping.types[item.kind].id && sameTitle(one, item));
    const candidates = alike.map(({ key, summary, status }) => ({
      key,
      title: summary,
      status: status.name,
      because: "title" as const,
    }));
    return candidates.length === 0 ? [] : [{ item: item.id, kind: item.kind, title: item.title, candidates }];
  });
}

function sameTitle({ summary }: JiraItem, { title }: Item): boolean {
  return folded(summary) === folded(title);
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
