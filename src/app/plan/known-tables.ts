import { z } from "zod";
import { knownTable } from "#contract/known-tables";
import type { KnownTable } from "#contract/known-tables";
import type { Outside } from "../ports";
import { mayWrite } from "../sync/may-write";

const kept = z.array(knownTable);
const mostKept = 20;

/** The tables somebody has explained in this space: the next export of the same report has the same headings. */
export async function knownTables(_: unknown, { settings, space }: Outside): Promise<readonly KnownTable[]> {
  if (space === null) return [];
  const read = kept.safeParse(await settings.read(keyOf(space)));
  return read.success ? read.data : [];
}

export async function keepTable(table: KnownTable, outside: Outside): Promise<null> {
  const { settings, space, jira, who } = outside;
  if (space === null) return null;
  await mayWrite(jira, { accountId: who.accountId, spaceId: space.id });
  const others = (await knownTables({}, outside)).filter(({ shape }) => shape !== table.shape);
  await settings.write(keyOf(space), [table, ...others].slice(0, mostKept));
  return null;
}

const keyOf = ({ id }: { readonly id: string }): string => `tables:${id}`;
