import { z } from "zod";
import {
  assignProjectsToCustomFieldContext,
  createCustomField,
  createCustomFieldContext,
  createCustomFieldOption,
  deleteCustomField,
  deleteCustomFieldContext,
  getContextsForField,
  getFields,
  getOptionsForContext,
  getProjectContextMapping,
} from "jira.js/cloud";
import type { JiraAdmin } from "#app/admin-ports";
import type { JiraClient } from "./client";
import { allPages, readAs } from "./pages";

const field = z.object({
  id: z.string(),
  name: z.string(),
  schema: z.object({ custom: z.string().nullish() }).nullish(),
});
const context = z.object({ id: z.string(), isGlobalContext: z.boolean().catch(false) });
const contextOfSpace = z.object({ contextId: z.string(), projectId: z.string().nullish() });
const option = z.object({ value: z.string() });

type FieldAdmin = Pick<
  JiraAdmin,
  | "fields"
  | "contexts"
  | "options"
  | "createField"
  | "deleteField"
  | "createContext"
  | "deleteContext"
  | "addSpaces"
  | "addOptions"
>;

/** Custom fields, the contexts that say where they apply, and their options. */
export function fieldAdmin(client: JiraClient): FieldAdmin {
  return {
    async fields() {
      const read = await readAs("the list of fields", z.array(field), getFields(client));
      return read.map(({ id, name, schema }) => ({ id, name, custom: schema?.custom ?? null }));
    },
    async contexts(fieldId) {
      const contexts = await allPages("the contexts of a field", context, (page) =>
        getContextsForField(client, { ...page, fieldId }),
      );
      const spaces = await allPages("the spaces of a field", contextOfSpace, (page) =>
        getProjectContextMapping(client, { ...page, fieldId }),
      );
      return contexts.map(({ id, isGlobalContext }) => ({
        id,
        global: isGlobalContext,
        spaces: spaces.flatMap(({ contextId, projectId }) => (contextId === id && projectId ? [projectId] : [])),
      }));
    },
    async options(fieldId, id) {
      const read = await allPages("the options of a field", option, (page) =>
        getOptionsForContext(client, { ...page, fieldId, contextId: Number(id) }),
      );
      return read.map(({ value }) => value);
    },
    async createField({ name, description, type, searcher }) {
      const made = createCustomField(client, { name, description, type, searcherKey: searcher });
      return (await readAs("the new field", field.pick({ id: true }), made)).id;
    },
    async deleteField(id) {
      await deleteCustomField(client, { id });
    },
    async createContext(fieldId, { name, spaces }) {
      const made = createCustomFieldContext(client, { fieldId, name, projectIds: [...spaces], issueTypeIds: [] });
      return (await readAs("the new context", z.object({ id: z.string() }), made)).id;
    },
    deleteContext: (fieldId, id) => deleteCustomFieldContext(client, { fieldId, contextId: Number(id) }),
    addSpaces: (fieldId, id, spaces) =>
      assignProjectsToCustomFieldContext(client, { fieldId, contextId: Number(id), projectIds: [...spaces] }),
    async addOptions(fieldId, id, options) {
      const values = options.map((value) => ({ value, disabled: false }));
      await createCustomFieldOption(client, { fieldId, contextId: Number(id), options: values });
    },
  };
}
