import type { SetupLine, SetupView } from "#contract/setup";
import { planSetup } from "#domain/setup/plan-setup";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { findMapping, mappingKey } from "../sync/space-mapping";
import { dropRecord, noteSpaces, readRecord, spacesSetUp } from "./record";
import { readSite } from "./read-site";
import { mustAdminister, spaceOf } from "./read-setup";
import { setupView } from "./setup-view";

/** Takes back what set-up made in a space, as far as nothing uses it. Work items stay; what Jira keeps is named. */
export async function setupRemove({ space: ref }: { readonly space: string }, outside: Outside): Promise<SetupView> {
  const space = await spaceOf(ref, outside);
  await mustAdminister(outside);
  const { admin, settings } = outside;
  const record = await readRecord(settings, space.id);
  const others = await usedElsewhere(outside, space.id);
  const kept: SetupLine[] = [];
  const attempt = async (what: string, removal: () => Promise<void>) => {
    try {
      await removal();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      kept.push({ what: `${what} stays.`, why: error.message });
    }
  };
  const free = (id: string) => !others.has(id);
  for (const { scheme, type } of record.schemeTypes.filter(({ type }) => free(type))) {
    await attempt(`Work type ${type} in the scheme`, () => admin.removeType(scheme, type));
  }
  for (const type of record.types.filter(free)) await attempt(`Work type ${type}`, () => admin.deleteType(type));
  const isUsed = kept.length > 0 || (await hasPlans(space.key, outside));
  const fields = record.fields.filter(free);
  if (isUsed) kept.push(...keptForItems(fields, record.linkTypes));
  else for (const field of fields) await attempt(`Field ${field}`, () => admin.deleteField(field));
  for (const { screen, screenName, tab, field } of await shownFields(outside, record, space.id)) {
    const place = { screen, screenName, tab, fields: [] };
    await attempt(`The field on the screen “${screenName}”`, () => admin.removeFromScreen(place, field));
  }
  if (others.size === 0 && !isUsed) {
    for (const type of record.linkTypes) await attempt(`Link type ${type}`, () => admin.deleteLinkType(type));
  }
  await Promise.all([settings.remove(mappingKey(space.id)), dropRecord(settings, space.id)]);
  await noteSpaces(
    settings,
    (await spacesSetUp(settings)).filter((id) => id !== space.id),
  );
  const site = await readSite(admin, space);
  const plan = planSetup(site, { plan: null, step: null, risk: null, rollback: null });
  return { ...setupView({ space, site, plan, effects: [] }), manual: kept };
}

/** Deleting a field takes its values along, and deleting a link type takes every link: work items in use would lose both. */
function keptForItems(fields: readonly string[], linkTypes: readonly string[]): readonly SetupLine[] {
  const why = "Work items that are there would lose what it holds.";
  return [
    ...fields.map((field) => ({ what: `Field ${field} stays.`, why })),
    ...linkTypes.map((type) => ({ what: `Link type ${type} stays.`, why })),
  ];
}

async function hasPlans(space: string, { jira }: Outside): Promise<boolean> {
  return (await jira.findIds({ plan: null, kind: "plan", space })).length > 0;
}

/** Fields that were there before and were only put on a screen; a deleted field leaves its screens by itself. */
async function shownFields({ admin }: Outside, record: Awaited<ReturnType<typeof readRecord>>, spaceId: string) {
  const tabs = await admin.screens(spaceId);
  return record.onScreens
    .filter(({ field }) => !record.fields.includes(field))
    .flatMap(({ screen, tab, field }) => {
      const place = tabs.find((one) => one.screen === screen && one.fields.includes(field));
      return place === undefined ? [] : [{ screen, tab, field, screenName: place.screenName }];
    });
}

async function usedElsewhere({ settings }: Outside, spaceId: string): Promise<ReadonlySet<string>> {
  const others = (await spacesSetUp(settings)).filter((id) => id !== spaceId);
  const mappings = await Promise.all(others.map((id) => findMapping(settings, id)));
  return new Set(
    mappings.flatMap((mapping) =>
      mapping === null
        ? []
        : [
            ...Object.values(mapping.types).map(({ id }) => id),
            ...Object.values(mapping.fields).flatMap((id) => id ?? []),
          ],
    ),
  );
}
