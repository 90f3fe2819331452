import type { EdgeKind, ItemKind } from "../sync/item";
import { digest } from "../sync/hash";
import { findFields } from "./find-fields";
import type { FoundFields } from "./find-fields";
import { manualLines } from "./manual";
import type { SetupLine } from "./manual";
import type { Site } from "./site";
import type { FieldRole } from "./wanted";
import { wantedFields, wantedLinks, wantedTypes } from "./wanted";

export type SetupAction =
  | { readonly kind: "create-type"; readonly role: ItemKind }
  | { readonly kind: "create-link-type"; readonly role: EdgeKind }
  | { readonly kind: "create-field"; readonly role: FieldRole; readonly name: string }
  | { readonly kind: "widen-field"; readonly role: FieldRole; readonly field: string; readonly context: string | null }
  | {
      readonly kind: "add-options";
      readonly role: FieldRole;
      readonly field: string;
      readonly options: readonly string[];
    }
  | {
      readonly kind: "add-types";
      readonly scheme: string;
      readonly types: readonly string[];
      readonly roles: readonly ItemKind[];
    }
  | {
      readonly kind: "add-to-screen";
      readonly screen: string;
      readonly screenName: string;
      readonly tab: string;
      readonly roles: readonly FieldRole[];
    };

/** What set-up would do, as a value. Found things carry their id; null is made by one of the actions. */
export interface SetupPlan {
  readonly actions: readonly SetupAction[];
  readonly types: Readonly<
    Record<ItemKind, { readonly id: string; readonly name: string; readonly level: number } | null>
  >;
  readonly links: Readonly<Record<EdgeKind, string | null>>;
  readonly fields: FoundFields;
  readonly manual: readonly SetupLine[];
  readonly hash: string;
}

/** Existing types to use instead of ours, by id. */
export type TypeChoice = Readonly<Record<ItemKind, string | null>>;

/** Existing link types to use instead of the usual ones, by name. */
export type LinkChoice = Readonly<Record<EdgeKind, string | null>>;

export const usualLinks: LinkChoice = { after: null, has: null, threatens: null, covers: null };

export function planSetup(site: Site, use: TypeChoice, linked: LinkChoice = usualLinks): SetupPlan {
  const types = {
    plan: findType(site, "plan", use),
    step: findType(site, "step", use),
    risk: findType(site, "risk", use),
    rollback: findType(site, "rollback", use),
  };
  const links = {
    after: findLink(site, "after", linked),
    has: findLink(site, "has", linked),
    threatens: findLink(site, "threatens", linked),
    covers: findLink(site, "covers", linked),
  };
  const fields = findFields(site);
  const creating = site.space.managed === "company";
  const actions = [
    ...(creating ? typeActions(types) : []),
    ...roles(wantedLinks).flatMap((role): readonly SetupAction[] =>
      links[role] === null ? [{ kind: "create-link-type", role }] : [],
    ),
    ...(creating ? fieldActions(site, fields) : []),
    ...(creating ? schemeActions(site, types) : []),
    ...(creating ? screenActions(site, fields) : []),
  ];
  const manual = manualLines({ site, types, fields });
  return {
    actions,
    types,
    links,
    fields,
    manual,
    hash: digest(JSON.stringify([actions, types, links, fields, manual])),
  };
}

function findType(site: Site, role: ItemKind, use: TypeChoice): SetupPlan["types"][ItemKind] {
  const mine = site.types.filter(({ scope }) => scope === (site.space.managed === "team" ? site.space.id : null));
  const name = wantedTypes[role].name.toLowerCase();
  const found =
    mine.find(({ id }) => id === use[role]) ?? mine.find((type) => type.level >= 0 && type.name.toLowerCase() === name);
  return found === undefined ? null : { id: found.id, name: found.name, level: found.level };
}

function findLink(site: Site, role: EdgeKind, linked: LinkChoice): string | null {
  const { name, outward } = wantedLinks[role];
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const chosen = site.linkTypes.find((type) => type.name === linked[role]);
  if (chosen !== undefined) return chosen.name;
  const found = site.linkTypes.find((type) => same(type.name, name) && same(type.outward, outward));
  return (found ?? site.linkTypes.find((type) => same(type.outward, outward)))?.name ?? null;
}

function typeActions(types: SetupPlan["types"]): readonly SetupAction[] {
  return roles(types).flatMap((role): readonly SetupAction[] =>
    types[role] === null ? [{ kind: "create-type", role }] : [],
  );
}

function fieldActions(site: Site, fields: FoundFields): readonly SetupAction[] {
  return roles(wantedFields).flatMap((role): readonly SetupAction[] => {
    const field = fields[role];
    if (field.id === null) return [{ kind: "create-field", role, name: field.name }];
    const use = site.uses[role];
    const widen: SetupAction = { kind: "widen-field", role, field: field.id, context: use?.nearest ?? null };
    const missing = wantedFields[role].options.filter((option) => use?.options.includes(option) !== true);
    return [
      ...(use === undefined || use.context === null ? [widen] : []),
      ...(missing.length > 0 ? [{ kind: "add-options", role, field: field.id, options: missing } as const] : []),
    ];
  });
}

function schemeActions({ scheme }: Site, types: SetupPlan["types"]): readonly SetupAction[] {
  if (scheme === null) return [];
  const missing = roles(types).filter((role) => !scheme.types.includes(types[role]?.id ?? ""));
  const known = [...new Set(missing.flatMap((role) => types[role]?.id ?? []))];
  const made = missing.filter((role) => types[role] === null);
  return missing.length === 0 ? [] : [{ kind: "add-types", scheme: scheme.id, types: known, roles: made }];
}

function screenActions({ tabs }: Site, fields: FoundFields): readonly SetupAction[] {
  return tabs.flatMap(({ screen, screenName, tab, fields: shown }): readonly SetupAction[] => {
    const missing = roles(wantedFields).filter((role) => !shown.includes(fields[role].id ?? ""));
    return missing.length === 0 ? [] : [{ kind: "add-to-screen", screen, screenName, tab, roles: missing }];
  });
}

export function roles<R extends string>(record: Readonly<Record<R, unknown>>): readonly R[] {
  return Object.keys(record).filter((key): key is R => key in record);
}
