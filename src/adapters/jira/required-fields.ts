import { z } from "zod";
import { getCreateIssueMetaIssueTypeId } from "jira.js/cloud";
import type { RequiredField } from "#app/ports";
import { Refusal } from "#app/refusal";
import type { JiraClient } from "./client";
import { readAs } from "./pages";

const field = z.object({
  fieldId: z.string(),
  name: z.string(),
  required: z.boolean().catch(false),
  hasDefaultValue: z.boolean().catch(false),
});
const page = z.object({ fields: z.array(field).catch([]) });

/** What the screen on which a work item of this type is made insists on. */
export async function requiredFields(
  client: JiraClient,
  spaceId: string,
  typeId: string,
): Promise<readonly RequiredField[]> {
  const asked = getCreateIssueMetaIssueTypeId(client, {
    projectIdOrKey: spaceId,
    issueTypeId: typeId,
    maxResults: 200,
  });
  const { fields } = await readAs("the fields of a new work item", page, asked).catch(unlessHidden);
  return fields
    .filter(({ required, hasDefaultValue }) => required && !hasDefaultValue)
    .map(({ fieldId, name }) => ({ id: fieldId, name }));
}

/** Whoever may make no work items there is told of no screen for them; the permission they lack is named elsewhere. */
function unlessHidden(failure: unknown): z.output<typeof page> {
  if (failure instanceof Refusal && failure.code === "not_found") return { fields: [] };
  throw failure;
}
