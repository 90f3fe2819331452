import type { customersRequest, ListView } from "#contract/people";
import { readCustomers } from "#formats/customers";
import type { z } from "zod";
import { itemSources } from "../work-items/kept-sources";
import { readLook, writeLook } from "../work-items/look-state";
import type { ItemsOutside } from "../work-items/work-item-ports";

/** Which person a portal customer is. What was counted under the customer becomes the person's; the newest list wins for what comes after. */
export async function importCustomers(
  { plan: id, csv }: z.output<typeof customersRequest>,
  outside: ItemsOutside,
): Promise<ListView> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  const { plan } = loaded;
  const { lines, refused } = readCustomers(csv);
  const number = await outside.seals.personNumbers();
  const pairs = lines
    .map(({ customer, person }) => [number(customer), number(person)] as const)
    .filter(([customer, person]) => customer !== person);
  await outside.roster.putCustomers(plan.id, pairs);
  const known = await outside.roster.known(
    plan.id,
    pairs.map(([customer]) => customer),
  );
  for (const [customer, person] of pairs) if (known.has(customer)) await outside.roster.join(plan.id, customer, person);
  await lookAgain(plan.id, outside);
  await outside.facts.dropSnapshots(plan.id);
  return { added: lines.length, refused };
}

/** A customer known by address may have been counted under an account, so the next look reads everything once more. */
async function lookAgain(plan: string, { settings }: ItemsOutside): Promise<void> {
  for (const { id } of await itemSources(plan, settings)) {
    await writeLook(id, { ...(await readLook(id, settings)), completeAt: null, round: null, seen: [] }, settings);
  }
}
