import { z } from "zod";
import type { SpaceMapping } from "#domain/setup/mapping";
import { Refusal } from "../refusal";
import type { Settings } from "../ports";

const mappedType = z.object({ id: z.string(), level: z.number() });
const fieldId = z.string().nullable();

export const spaceMapping = z.object({
  space: z.object({ id: z.string(), key: z.string() }),
  types: z.object({ plan: mappedType, step: mappedType, risk: mappedType, rollback: mappedType }),
  fields: z.object({
    phase: fieldId,
    likelihood: fieldId,
    impact: fieldId,
    exposure: fieldId,
    start: fieldId,
    due: fieldId.default(null),
  }),
  links: z.object({ after: z.string(), has: z.string(), threatens: z.string(), covers: z.string() }),
});

export function typeIds({ types }: SpaceMapping): readonly string[] {
  return [...new Set(Object.values(types).map(({ id }) => id))];
}

export function mappingKey(spaceId: string): string {
  return `mapping:${spaceId}`;
}

export async function findMapping(settings: Settings, spaceId: string): Promise<SpaceMapping | null> {
  const read = spaceMapping.safeParse(await settings.read(mappingKey(spaceId)));
  return read.success ? read.data : null;
}

export async function mappingOf(settings: Settings, space: { id: string; key: string } | null): Promise<SpaceMapping> {
  const mapping = space === null ? null : await findMapping(settings, space.id);
  if (mapping === null) {
    throw new Refusal("setup_missing", {
      message:
        "Uptake is not set up in this space yet: it does not know which work types stand for plans, steps and risks.",
      mend: "Ask a Jira administrator to open Apps, Uptake, and set this space up.",
    });
  }
  return mapping;
}
