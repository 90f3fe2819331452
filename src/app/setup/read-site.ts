import { findFields } from "#domain/setup/find-fields";
import { roles } from "#domain/setup/plan-setup";
import type { FieldUse, Site } from "#domain/setup/site";
import type { FieldRole } from "#domain/setup/wanted";
import { wantedFields } from "#domain/setup/wanted";
import type { JiraAdmin } from "../admin-ports";
import type { Space } from "../ports";

/** The configuration of the site as far as set-up of this space is concerned. */
export async function readSite(admin: JiraAdmin, space: Space): Promise<Site> {
  const [types, linkTypes, fields] = await Promise.all([admin.types(), admin.linkTypes(), admin.fields()]);
  const company = space.managed === "company";
  const [scheme, tabs] = await Promise.all([
    company ? admin.typeScheme(space.id) : null,
    company ? admin.screens(space.id) : [],
  ]);
  const bare = { space, types, linkTypes, fields, uses: {}, scheme, tabs };
  return { ...bare, uses: company ? await usesOf(admin, bare) : {} };
}

async function usesOf(admin: JiraAdmin, site: Site): Promise<Site["uses"]> {
  const found = findFields(site);
  const uses: Partial<Record<FieldRole, FieldUse>> = {};
  for (const role of roles(wantedFields)) {
    const { id } = found[role];
    if (id !== null) uses[role] = await useOf(admin, { field: id, role, space: site.space.id });
  }
  return uses;
}

async function useOf(
  admin: JiraAdmin,
  { field, role, space }: { field: string; role: FieldRole; space: string },
): Promise<FieldUse> {
  const contexts = await admin.contexts(field);
  const own = contexts.find(({ spaces }) => spaces.includes(space)) ?? contexts.find(({ global }) => global);
  const asked = own !== undefined && wantedFields[role].options.length > 0;
  return {
    context: own?.id ?? null,
    nearest: contexts.find(({ global }) => !global)?.id ?? null,
    options: asked ? await admin.options(field, own.id) : [],
  };
}
