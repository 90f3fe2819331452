import { withoutOrder } from "#domain/adoption/work-item-jql";
import type { Jira, Settings } from "../ports";
import { Refusal } from "../refusal";
import { countedSpaces } from "./counted-spaces";
import type { CountedSpaces } from "./counted-spaces";

/** Names of the spaces that keep a viewer from numbers, by what is counted there. */
export interface HiddenFrom {
  readonly tickets: readonly string[];
  readonly transactions: readonly string[];
}

export const nothingHidden: HiddenFrom = { tickets: [], transactions: [] };

interface Viewer {
  readonly caller: string;
  readonly jira: Pick<Jira, "missingPermissions" | "count">;
  readonly jiraAsApp: Pick<Jira, "count">;
  readonly settings: Settings;
}

/** J6: a number counted from work items is shown to whoever Jira shows those work items. The app itself is no viewer. */
export async function hiddenFrom(plan: string, viewer: Viewer): Promise<HiddenFrom> {
  if (viewer.caller === "") return nothingHidden;
  const spaces = await countedSpaces(plan, viewer.settings);
  if (spaces.length === 0) return nothingHidden;
  const browses = new Map<string, Promise<boolean>>();
  const closed: CountedSpaces = [];
  for (const space of spaces) {
    const may = browses.get(space.id) ?? mayBrowse(space.id, viewer);
    browses.set(space.id, may);
    if (!(await may) || (space.secured !== null && (await seesLess(space.secured, viewer)))) closed.push(space);
  }
  return namesOf(closed);
}

function namesOf(closed: CountedSpaces): HiddenFrom {
  const names = (counts: "ticket" | "transaction") => [
    ...new Set(closed.filter((space) => space.counts === counts).map(({ name }) => name)),
  ];
  return { tickets: names("ticket"), transactions: names("transaction") };
}

/**
 * What stands in the verdict's field is read by everybody who sees the plan, so a number counted in another space, or behind a security
 * level, has no place there.
 */
export async function hiddenInField(plan: string, spaceId: string, settings: Settings): Promise<HiddenFrom> {
  const closed = (await countedSpaces(plan, settings)).filter(({ id, secured }) => id !== spaceId || secured !== null);
  return namesOf(closed);
}

async function mayBrowse(spaceId: string, { jira, caller }: Viewer): Promise<boolean> {
  const missing = await jira.missingPermissions({ accountId: caller, spaceId, permissions: ["BROWSE_PROJECTS"] });
  return missing.length === 0;
}

/** Security levels hide work items within a space, so they are counted with both pairs of eyes. */
async function seesLess(jql: string, { jira, jiraAsApp }: Viewer): Promise<boolean> {
  const secured = `(${withoutOrder(jql)}) AND level is not EMPTY`;
  try {
    return (await jira.count(secured)) < (await jiraAsApp.count(secured));
  } catch (error) {
    // Who may not even name what the query names does not see what it finds.
    if (error instanceof Refusal) return true;
    throw error;
  }
}
