import { planSetup } from "#domain/setup/plan-setup";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraAdmin } from "../admin-ports";
import type { Space } from "../ports";
import { mappingFrom } from "./carry-out";

/** The mapping of a space by names alone, as anybody may read them; null where a work type is missing. */
export async function discover(admin: JiraAdmin, space: Space): Promise<SpaceMapping | null> {
  const [types, linkTypes, fields] = await Promise.all([admin.types(), admin.linkTypes(), admin.fields()]);
  const site = { space, types, linkTypes, fields, uses: {}, scheme: null, tabs: [] };
  const plan = planSetup(site, { plan: null, step: null, risk: null, rollback: null });
  return mappingFrom(plan, { types: {}, links: {}, fields: {} }, space);
}
