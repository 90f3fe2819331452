import type { MappedTypeView, MappingView } from "#contract/setup";
import type { MappedFields, SpaceMapping } from "#domain/setup/mapping";
import { roles } from "#domain/setup/plan-setup";
import { wantedFields, wantedLinks } from "#domain/setup/wanted";
import type { ItemKind } from "#domain/sync/item";
import type { SiteField, SiteType } from "../admin-ports";
import type { Outside, Status } from "../ports";
import { mayDo } from "../sync/may-write";
import { mappingOf } from "../sync/space-mapping";
import { spaceOf } from "./read-setup";

/** Which types, statuses, links and fields a space's plans use. Whoever may look at the space may know. */
export async function showMapping({ space: ref }: { readonly space: string }, outside: Outside): Promise<MappingView> {
  const { admin, jira, who } = outside;
  const space = await spaceOf(ref, outside);
  await mayDo(jira, { accountId: who.accountId, spaceId: space.id }, ["BROWSE_PROJECTS"]);
  const mapping = await mappingOf(outside.settings, space);
  const [types, linkTypes, fields, mayChange] = await Promise.all([
    admin.types(),
    admin.linkTypes(),
    admin.fields(),
    admin.mayAdminister(),
  ]);
  const own = space.managed === "team" ? space.id : null;
  return {
    space: { id: space.id, key: space.key, name: space.name, managed: space.managed },
    types: await Promise.all(roles(mapping.types).map((role) => typeView(role, { mapping, types, outside }))),
    links: roles(mapping.links).map((role) => ({
      role,
      name: mapping.links[role],
      isThere: linkTypes.some(({ name }) => name === mapping.links[role]),
      says: wantedLinks[role].outward,
    })),
    fields: roles(mapping.fields).map((role) => fieldView(role, mapping, fields)),
    choices: {
      types: types.filter(({ scope }) => scope === own).map(({ id, name, level }) => ({ id, name, level })),
      links: linkTypes.map(({ name }) => name),
    },
    mayChange,
  };
}

interface Known {
  readonly mapping: SpaceMapping;
  readonly types: readonly SiteType[];
  readonly outside: Outside;
}

const meanings = { new: "not started", indeterminate: "under way", done: "done" } as const;

async function typeView(role: ItemKind, { mapping, types, outside }: Known): Promise<MappedTypeView> {
  const { id, level } = mapping.types[role];
  const name = types.find((type) => type.id === id)?.name ?? null;
  const statuses: readonly Status[] = name === null ? [] : await outside.jira.statuses(mapping.space.id, id);
  return {
    role,
    id,
    name,
    level,
    statuses: statuses.map((one) => ({ name: one.name, means: meanings[one.category] })),
  };
}

const uses: Readonly<Record<keyof MappedFields, string>> = {
  phase: wantedFields.phase.description,
  likelihood: wantedFields.likelihood.description,
  impact: wantedFields.impact.description,
  exposure: wantedFields.exposure.description,
  start: "The day of a step that has one of its own. Read and written.",
  due: "The computed last day of such a step. Written, never read.",
};

function fieldView(role: keyof MappedFields, { fields: mapped }: SpaceMapping, fields: readonly SiteField[]) {
  const id = mapped[role];
  const use =
    id === null ? "Kept beside the work item, because the space has no such field on its screens." : uses[role];
  return { role, name: id === null ? null : (fields.find((field) => field.id === id)?.name ?? id), use };
}
