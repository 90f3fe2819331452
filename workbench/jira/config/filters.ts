import { z } from "zod";
import { Problem } from "../problem";
import type { Filter } from "../records";
import { userRef } from "../refs";
import { listOf, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { queryOf } from "../search/queries";
import { allOf, reads, writes } from "./admission";

const creation = z.object({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  jql: z.string().optional(),
  sharePermissions: z.array(z.unknown()).optional(),
});

export const filterRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/filter", { scopes: writes, handler: add }),
  route("GET", "/rest/api/3/filter/search", { scopes: reads, handler: search }),
  route("GET", "/rest/api/3/filter/{id}", { scopes: reads, handler: one }),
];

function shown(call: Call): readonly Filter[] {
  const all = allOf(call, "filter");
  return all.filter(({ ownerId, sharePermissions }) => ownerId === call.accountId || sharePermissions.length > 0);
}

function render({ site }: Call, { id, name, description, jql, ownerId, sharePermissions }: Filter): object {
  const self = `${site.siteUrl}/rest/api/3/filter/${id}`;
  const viewUrl = `${site.siteUrl}/issues/?filter=${id}`;
  const searchUrl = `${site.siteUrl}/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`;
  const text = { self, id, name, description, jql, viewUrl, searchUrl, favourite: false };
  return { ...text, owner: userRef(site, ownerId), sharePermissions };
}

/** The query is checked when it is saved, as the one who saves it would run it. */
async function add(call: Call): Promise<Answer> {
  const { name, description = "", jql = "", sharePermissions = [] } = readBody(creation, call);
  await queryOf(call, jql);
  const all = call.site.store.collection("filter");
  if (all.find((filter) => filter.ownerId === call.accountId && filter.name === name) !== null)
    throw new Problem(400, [], { filterName: "Filter with same name already exists." });
  return ok(
    render(call, all.put({ id: all.nextId(), name, description, jql, ownerId: call.accountId, sharePermissions })),
  );
}

function search(call: Call): Answer {
  const [text, ids, wanted] = [
    (call.query.get("filterName") ?? "").toLowerCase(),
    listOf(call.query, "id"),
    listOf(call.query, "expand"),
  ];
  const found = shown(call).filter(
    ({ id, name }) => name.toLowerCase().includes(text) && (ids.length === 0 || ids.includes(id)),
  );
  const always = new Set(["self", "id", "name", ...wanted]);
  const brief = (filter: Filter): object =>
    Object.fromEntries(Object.entries(render(call, filter)).filter(([key]) => always.has(key)));
  return ok(pageOf(found.map(brief), call.query));
}

function one(call: Call): Answer {
  const filter = shown(call).find(({ id }) => id === call.params["id"]);
  if (filter === undefined)
    throw new Problem(404, [
      "The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.",
    ]);
  return ok(render(call, filter));
}
