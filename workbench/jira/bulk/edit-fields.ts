import { z } from "zod";
import { invalidPayload } from "../problem";
import type { Edit } from "../issues/edit-issue";

const fieldId = z.string();
const option = z.object({ optionId: z.union([z.number(), z.string()]).transform(String) });
const user = z.object({ accountId: z.string() });
const how = { bulkEditMultiSelectFieldOption: z.enum(["ADD", "REMOVE", "REPLACE", "REMOVE_ALL"]) };
/** The part of Jira's bulk edit input that is played; anything else in it is refused. */
export const editedFields = z.strictObject({
  labelsFields: z.array(z.object({ fieldId, ...how, labels: z.array(z.object({ name: z.string() })) })).optional(),
  datePickerFields: z.array(z.object({ fieldId, date: z.object({ formattedDate: z.string() }).nullish() })).optional(),
  dateTimePickerFields: z
    .array(z.object({ fieldId, dateTime: z.object({ formattedDateTime: z.string() }) }))
    .optional(),
  clearableNumberFields: z.array(z.object({ fieldId, value: z.number().nullish() })).optional(),
  singleLineTextFields: z.array(z.object({ fieldId, text: z.string() })).optional(),
  urlFields: z.array(z.object({ fieldId, url: z.string() })).optional(),
  richTextFields: z.array(z.object({ fieldId, richText: z.object({ adfValue: z.unknown() }) })).optional(),
  singleSelectFields: z.array(z.object({ fieldId, option })).optional(),
  multipleSelectFields: z.array(z.object({ fieldId, options: z.array(option) })).optional(),
  singleSelectClearableUserPickerFields: z.array(z.object({ fieldId, user: user.nullish() })).optional(),
  priority: z.object({ priorityId: z.string() }).optional(),
});
type Edited = z.infer<typeof editedFields>;

/** The same edit in the words of `PUT /issue`, for the fields that were selected. */
export function asEdit(edited: Edited, selected: readonly string[]): Edit {
  const fields: Record<string, unknown> = {};
  const update: Record<string, Record<string, unknown>[]> = {};
  const set = (id: string, value: unknown): void => void (fields[id] = value);
  for (const { fieldId: id, labels, bulkEditMultiSelectFieldOption: verb } of edited.labelsFields ?? []) {
    const names = labels.map(({ name }) => name);
    if (verb === "ADD" || verb === "REMOVE") update[id] = names.map((name) => ({ [verb.toLowerCase()]: name }));
    else set(id, verb === "REPLACE" ? names : []);
  }
  for (const { fieldId: id, date } of edited.datePickerFields ?? []) set(id, date?.formattedDate ?? null);
  for (const { fieldId: id, dateTime } of edited.dateTimePickerFields ?? []) set(id, dateTime.formattedDateTime);
  for (const { fieldId: id, value } of edited.clearableNumberFields ?? []) set(id, value ?? null);
  for (const { fieldId: id, text } of edited.singleLineTextFields ?? []) set(id, text);
  for (const { fieldId: id, url } of edited.urlFields ?? []) set(id, url);
  for (const { fieldId: id, richText } of edited.richTextFields ?? []) set(id, richText.adfValue);
  for (const {
    fieldId: id,
    option: { optionId },
  } of edited.singleSelectFields ?? [])
    set(id, { id: optionId });
  for (const { fieldId: id, options } of edited.multipleSelectFields ?? [])
    set(id, options.map(({ optionId }) => ({ id: optionId }))); // prettier-ignore
  for (const { fieldId: id, user: person } of edited.singleSelectClearableUserPickerFields ?? [])
    set(id, person ?? null);
  if (edited.priority !== undefined) set("priority", { id: edited.priority.priorityId });
  if ([...Object.keys(fields), ...Object.keys(update)].some((id) => !selected.includes(id))) throw invalidPayload();
  return { fields, update };
}
