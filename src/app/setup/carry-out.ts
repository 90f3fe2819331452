import type { SpaceMapping } from "#domain/setup/mapping";
import type { SetupAction, SetupPlan } from "#domain/setup/plan-setup";
import type { EdgeKind, ItemKind } from "#domain/sync/item";
import type { FieldRole } from "#domain/setup/wanted";
import { wantedFields, wantedLinks, wantedTypes } from "#domain/setup/wanted";
import type { JiraAdmin } from "../admin-ports";
import type { Settings, Space } from "../ports";
import { addToRecord } from "./record";
import type { SetupRecord } from "./record";

export interface Site {
  readonly admin: JiraAdmin;
  readonly settings: Settings;
  readonly space: Space;
}

interface Made {
  readonly types: Partial<Record<ItemKind, { id: string; level: number }>>;
  readonly links: Partial<Record<EdgeKind, string>>;
  readonly fields: Partial<Record<FieldRole, string>>;
}

/** Does what the plan of a set-up says, writing each thing down before the next; null while a person still has to do a part. */
export async function carryOut(plan: SetupPlan, site: Site): Promise<SpaceMapping | null> {
  const made: Made = { types: {}, links: {}, fields: {} };
  for (const action of plan.actions) {
    const record = await act(action, { made, site, plan });
    await addToRecord(site.settings, site.space.id, record);
  }
  return mappingFrom(plan, made, site.space);
}

interface Acting {
  readonly made: Made;
  readonly site: Site;
  readonly plan: SetupPlan;
}

async function act(action: SetupAction, { made, site, plan }: Acting): Promise<Partial<SetupRecord>> {
  const { admin } = site;
  switch (action.kind) {
    case "create-type": {
      const type = await admin.createType(wantedTypes[action.role]);
      made.types[action.role] = { id: type.id, level: type.level };
      return { types: [type.id] };
    }
    case "create-link-type": {
      const type = await admin.createLinkType(wantedLinks[action.role]);
      made.links[action.role] = type.name;
      return { linkTypes: [type.id] };
    }
    case "create-field":
      return createField(action, { made, site });
    case "widen-field":
      await widen(action.field, action.context, site);
      return {};
    case "add-options":
      await addOptions(action.field, action.options, site);
      return {};
    case "add-types": {
      const types = [...action.types, ...action.roles.flatMap((role) => made.types[role]?.id ?? [])];
      await admin.addTypes(action.scheme, types);
      return { schemeTypes: types.map((type) => ({ scheme: action.scheme, type })) };
    }
    case "add-to-screen": {
      const fields = action.roles.flatMap((role) => made.fields[role] ?? plan.fields[role].id ?? []);
      const { screen, screenName, tab } = action;
      for (const field of fields) await admin.addToScreen({ screen, screenName, tab, fields: [] }, field);
      return { onScreens: fields.map((field) => ({ screen, tab, field })) };
    }
  }
}

async function createField({ role, name }: { role: FieldRole; name: string }, { made, site }: Omit<Acting, "plan">) {
  const { description, type, searcher, options } = wantedFields[role];
  const field = await site.admin.createField({ name, description, type, searcher });
  made.fields[role] = field;
  // Jira gives a new field one context for all spaces; ours is for this one only.
  const given = await site.admin.contexts(field);
  await widen(field, null, site);
  for (const { id } of given.filter(({ global }) => global)) await site.admin.deleteContext(field, id);
  if (options.length > 0) await addOptions(field, options, site);
  return { fields: [field] };
}

async function widen(field: string, context: string | null, { admin, space }: Site): Promise<void> {
  if (context === null) await admin.createContext(field, { name: `Uptake in ${space.key}`, spaces: [space.id] });
  else await admin.addSpaces(field, context, [space.id]);
}

async function addOptions(field: string, options: readonly string[], { admin, space }: Site): Promise<void> {
  const contexts = await admin.contexts(field);
  const own = contexts.find(({ spaces }) => spaces.includes(space.id)) ?? contexts.find(({ global }) => global);
  if (own === undefined) return;
  const there = await admin.options(field, own.id);
  const missing = options.filter((option) => !there.includes(option));
  if (missing.length > 0) await admin.addOptions(field, own.id, missing);
}

export function mappingFrom(plan: SetupPlan, made: Made, space: Space): SpaceMapping | null {
  const type = (role: ItemKind) => made.types[role] ?? plan.types[role];
  const [planType, step, risk, rollback] = [type("plan"), type("step"), type("risk"), type("rollback")];
  const link = (role: EdgeKind) => made.links[role] ?? plan.links[role] ?? wantedLinks[role].name;
  const field = (role: FieldRole) => made.fields[role] ?? plan.fields[role].id;
  if (planType === null || step === null || risk === null || rollback === null) return null;
  const bare = ({ id, level }: { id: string; level: number }) => ({ id, level });
  return {
    space: { id: space.id, key: space.key },
    types: { plan: bare(planType), step: bare(step), risk: bare(risk), rollback: bare(rollback) },
    fields: {
      phase: field("phase"),
      likelihood: field("likelihood"),
      impact: field("impact"),
      exposure: field("exposure"),
      start: plan.fields.start.id,
      due: plan.fields.due.id,
    },
    links: { after: link("after"), has: link("has"), threatens: link("threatens"), covers: link("covers") },
  };
}
