import type { Draft, FieldValues } from "#app/ports";
import type { SpaceMapping } from "#domain/setup/mapping";

/** Values as Jira's create and edit calls take them. What the space has no field for is left out. */
export function writeFields(values: FieldValues, mapping: SpaceMapping): Record<string, unknown> {
  const { phase, likelihood, impact, exposure, start } = mapping.fields;
  const written: readonly (readonly [string | null, unknown])[] = [
    ["summary", values.summary],
    ["description", values.description],
    ["assignee", typeof values.assignee === "string" ? { accountId: values.assignee } : values.assignee],
    ["labels", values.labels],
    ["priority", values.priority === undefined ? undefined : { id: values.priority }],
    ["duedate", values.due],
    ["issuetype", values.typeId === undefined ? undefined : { id: values.typeId }],
    ["parent", typeof values.parent === "string" ? { id: values.parent } : values.parent],
    [start, values.start],
    [phase, optionValue(values.phase)],
    [likelihood, values.likelihood],
    [impact, values.impact],
    [exposure, values.exposure],
  ];
  return Object.fromEntries(
    written.flatMap(([field, value]) => (field === null || value === undefined ? [] : [[field, value] as const])),
  );
}

function optionValue(option: string | null | undefined): unknown {
  return option === null || option === undefined ? option : { value: option };
}

export function writeDraft(draft: Draft, mapping: SpaceMapping) {
  return {
    fields: {
      ...present(writeFields(draft.values, mapping)),
      project: { id: mapping.space.id },
      issuetype: { id: draft.typeId },
      ...(draft.parent === null ? {} : { parent: { id: draft.parent } }),
    },
    properties: writeProperties(draft.properties),
  };
}

/** A new work item is empty by itself; naming empty fields would ask for screens it need not have. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

export function writeProperties(properties: Readonly<Record<string, unknown>>) {
  return Object.entries(properties).map(([key, value]) => ({ key, value }));
}
