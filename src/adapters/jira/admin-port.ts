import { z } from "zod";
import {
  addIssueTypesToIssueTypeScheme,
  addScreenTabField,
  createIssueLinkType,
  createIssueType,
  deleteIssueLinkType,
  deleteIssueType,
  getIssueAllTypes,
  getIssueLinkTypes,
  getIssueTypeSchemeForProjects,
  getIssueTypeSchemesMapping,
  getMyPermissions,
  removeIssueTypeFromIssueTypeScheme,
  removeScreenTabField,
} from "jira.js/cloud";
import type { JiraAdmin, TypeScheme } from "#app/admin-ports";
import type { JiraClient } from "./client";
import { fieldAdmin } from "./field-admin";
import { allPages, readAs } from "./pages";
import { screensOf } from "./screens";

const type = z.object({
  id: z.string(),
  name: z.string(),
  hierarchyLevel: z.number().catch(0),
  scope: z.object({ project: z.object({ id: z.string() }).nullish() }).nullish(),
});
const linkType = z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() });
const permissions = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const schemeOfSpace = z.object({ issueTypeScheme: z.object({ id: z.string() }) });
const typeOfScheme = z.object({ issueTypeId: z.string() });

/** The site's configuration, changed as the person whose client this is. */
export function adminPort(client: JiraClient): JiraAdmin {
  return {
    ...fieldAdmin(client),
    async mayAdminister() {
      const asked = getMyPermissions(client, { permissions: "ADMINISTER" });
      const read = await readAs("its answer about permissions", permissions, asked);
      return read.permissions["ADMINISTER"]?.havePermission === true;
    },
    async types() {
      const read = await readAs("the list of work types", z.array(type), getIssueAllTypes(client));
      return read.map(siteType);
    },
    async linkTypes() {
      const answer = z.object({ issueLinkTypes: z.array(linkType) });
      return (await readAs("the list of link types", answer, getIssueLinkTypes(client))).issueLinkTypes;
    },
    typeScheme: (spaceId) => typeScheme(client, spaceId),
    screens: (spaceId) => screensOf(client, spaceId),
    async createType({ name, description }) {
      const made = createIssueType(client, { name, description, hierarchyLevel: 0 });
      return siteType(await readAs("the new work type", type, made));
    },
    deleteType: (id) => deleteIssueType(client, { id }),
    addTypes: (scheme, types) =>
      addIssueTypesToIssueTypeScheme(client, { issueTypeSchemeId: Number(scheme), issueTypeIds: [...types] }),
    removeType: (scheme, id) =>
      removeIssueTypeFromIssueTypeScheme(client, { issueTypeSchemeId: Number(scheme), issueTypeId: Number(id) }),
    createLinkType: ({ name, inward, outward }) =>
      readAs("the new link type", linkType, createIssueLinkType(client, { name, inward, outward })),
    deleteLinkType: (id) => deleteIssueLinkType(client, { issueLinkTypeId: id }),
    async addToScreen({ screen, tab }, field) {
      await addScreenTabField(client, { screenId: Number(screen), tabId: Number(tab), fieldId: field });
    },
    removeFromScreen: ({ screen, tab }, field) =>
      removeScreenTabField(client, { screenId: Number(screen), tabId: Number(tab), id: field }),
  };
}

function siteType({ id, name, hierarchyLevel, scope }: z.output<typeof type>) {
  return { id, name, level: hierarchyLevel, scope: scope?.project?.id ?? null };
}

async function typeScheme(client: JiraClient, spaceId: string): Promise<TypeScheme | null> {
  const [found] = await allPages("the work type scheme of a space", schemeOfSpace, (page) =>
    getIssueTypeSchemeForProjects(client, { ...page, projectId: [Number(spaceId)] }),
  );
  if (found === undefined) return null;
  const { id } = found.issueTypeScheme;
  const types = await allPages("the work types of a scheme", typeOfScheme, (page) =>
    getIssueTypeSchemesMapping(client, { ...page, issueTypeSchemeId: [Number(id)] }),
  );
  return { id, types: types.map(({ issueTypeId }) => issueTypeId) };
}
