import { z } from "zod";
import type { Settings } from "../ports";

const placed = z.object({ screen: z.string(), tab: z.string(), field: z.string() });

/** What set-up made in a space, so that removing it takes away just that. */
export const setupRecord = z.object({
  types: z.array(z.string()),
  linkTypes: z.array(z.string()),
  fields: z.array(z.string()),
  schemeTypes: z.array(z.object({ scheme: z.string(), type: z.string() })),
  onScreens: z.array(placed),
});

export type SetupRecord = z.output<typeof setupRecord>;

const nothing: SetupRecord = { types: [], linkTypes: [], fields: [], schemeTypes: [], onScreens: [] };

function recordKey(spaceId: string): string {
  return `setup:${spaceId}`;
}

export async function readRecord(settings: Settings, spaceId: string): Promise<SetupRecord> {
  return setupRecord.safeParse(await settings.read(recordKey(spaceId))).data ?? nothing;
}

export async function addToRecord(settings: Settings, spaceId: string, made: Partial<SetupRecord>): Promise<void> {
  const known = await readRecord(settings, spaceId);
  await settings.write(recordKey(spaceId), {
    types: [...known.types, ...(made.types ?? [])],
    linkTypes: [...known.linkTypes, ...(made.linkTypes ?? [])],
    fields: [...known.fields, ...(made.fields ?? [])],
    schemeTypes: [...known.schemeTypes, ...(made.schemeTypes ?? [])],
    onScreens: [...known.onScreens, ...(made.onScreens ?? [])],
  });
}

export async function dropRecord(settings: Settings, spaceId: string): Promise<void> {
  await settings.remove(recordKey(spaceId));
}

const spaceList = z.array(z.string());
const spacesKey = "setup-spaces";

/** Ids of the spaces that are set up: what one of them still uses is not removed with another. */
export async function spacesSetUp(settings: Settings): Promise<readonly string[]> {
  return spaceList.safeParse(await settings.read(spacesKey)).data ?? [];
}

export async function noteSpaces(settings: Settings, spaces: readonly string[]): Promise<void> {
  await settings.write(spacesKey, [...new Set(spaces)]);
}
