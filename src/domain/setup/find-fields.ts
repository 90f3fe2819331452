import type { Site } from "./site";
import type { FieldRole, WantedField } from "./wanted";
import { dueField, startFieldName, startFieldType, wantedFields } from "./wanted";

export interface FoundField {
  /** Null: to be made, where the space lets an administrator make it. */
  readonly id: string | null;
  readonly name: string;
}

export type FoundFields = Readonly<Record<FieldRole | "start" | "due", FoundField>>;

/** The site's fields that do what ours would do: the same name and the same type. */
export function findFields(site: Site): FoundFields {
  return {
    phase: findField(site, wantedFields.phase),
    likelihood: findField(site, wantedFields.likelihood),
    impact: findField(site, wantedFields.impact),
    exposure: findField(site, wantedFields.exposure),
    start: { id: shown(site, named(site, startFieldName, startFieldType)?.id), name: startFieldName },
    due: { id: shown(site, dueField.id), name: dueField.name },
  };
}

/** Jira refuses to make a work item with a value for a field that does not stand on its screen. */
function shown({ tabs }: Site, field: string | undefined): string | null {
  const isShown = field !== undefined && tabs.length > 0 && tabs.every(({ fields }) => fields.includes(field));
  return isShown ? field : null;
}

function findField(site: Site, { name, otherName, type }: WantedField): FoundField {
  // A team-managed space takes only fields of its own, and no app can make those: the values stay beside the work item.
  if (site.space.managed === "team") return { id: null, name };
  const found = named(site, name, type) ?? named(site, otherName, type);
  if (found !== undefined) return { id: found.id, name: found.name };
  // Service spaces bring a list field called Impact; two fields of one name would make every JQL about it ambiguous.
  const taken = site.fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
  return { id: null, name: taken ? otherName : name };
}

function named(site: Site, name: string, type: string): Site["fields"][number] | undefined {
  return site.fields.find((field) => field.custom === type && field.name.toLowerCase() === name.toLowerCase());
}
