import { z } from "zod";
import { Problem } from "../problem";
import type { Status } from "../config-records";
import { renderStatus, statusCategories } from "../refs";
import { listOf, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, mustAdminister, mustAdministerSpace, reads, spaceOf } from "./admission";

/** How the newer calls spell the categories. */
export const categoryNames = { new: "TODO", indeterminate: "IN_PROGRESS", done: "DONE" } as const;
export const categoryKeys = { TODO: "new", IN_PROGRESS: "indeterminate", DONE: "done" } as const;

const scope = z.object({ type: z.enum(["PROJECT", "GLOBAL"]), project: z.object({ id: z.string() }).nullish() });
const one = z.object({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  statusCategory: z.enum(["TODO", "IN_PROGRESS", "DONE"]),
});
const creation = z.object({ scope, statuses: z.array(one).min(1) });

export const statusRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/status", {
    scopes: reads,
    handler: (call) => ok(all(call).map((status) => renderStatus(call.site, status))),
  }),
  route("GET", "/rest/api/3/status/{idOrName}", { scopes: reads, handler: byName }),
  route("GET", "/rest/api/3/statuscategory", { scopes: reads, handler: categories }),
  route("GET", "/rest/api/3/statuses", { scopes: configures, handler: byIds }),
  route("POST", "/rest/api/3/statuses", { scopes: configures, handler: add }),
  route("GET", "/rest/api/3/statuses/search", { scopes: configures, handler: search }),
];

function all({ site }: Call): readonly Status[] {
  return allOf({ site }, "status");
}

function byName(call: Call): Answer {
  const wanted = call.params["idOrName"] ?? "";
  const found = all(call).find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw new Problem(404, [`The status '${wanted}' was not found.`]);
  return ok(renderStatus(call.site, found));
}

function categories({ site }: Call): Answer {
  const self = (id: number): string => `${site.siteUrl}/rest/api/3/statuscategory/${id}`;
  return ok(Object.values(statusCategories).map((category) => ({ self: self(category.id), ...category })));
}

export function scopeOf(projectId: string | null): object {
  return projectId === null ? { type: "GLOBAL" } : { type: "PROJECT", project: { id: projectId } };
}

function render({ id, name, description, categoryKey, scopeProjectId }: Status): object {
  return { id, name, description, statusCategory: categoryNames[categoryKey], scope: scopeOf(scopeProjectId) };
}

function byIds(call: Call): Answer {
  mustAdminister(call);
  const wanted = listOf(call.query, "id");
  const found = all(call).filter(({ id }) => wanted.includes(id));
  return ok(found.map(render));
}

function search(call: Call): Answer {
  const { query } = call;
  const projectId = query.get("projectId");
  if (projectId === null) mustAdminister(call);
  else mustAdministerSpace(call, spaceOf(call, projectId));
  const [text, category] = [(query.get("searchString") ?? "").toLowerCase(), query.get("statusCategory")];
  const found = all(call).filter(
    ({ name, categoryKey, scopeProjectId }) =>
      scopeProjectId === projectId &&
      name.toLowerCase().includes(text) &&
      (category === null || categoryNames[categoryKey] === category),
  );
  return ok(pageOf(found.map(render), query, 200));
}

function add(call: Call): Answer {
  const { scope: wanted, statuses } = readBody(creation, call);
  const projectId = wanted.project?.id ?? null;
  if (projectId === null) mustAdminister(call);
  else mustAdministerSpace(call, spaceOf(call, projectId));
  const taken = all(call).filter(({ scopeProjectId }) => scopeProjectId === projectId);
  const clash = statuses.find(({ name }) => taken.some((status) => status.name.toLowerCase() === name.toLowerCase()));
  if (clash !== undefined) throw new Problem(409, [`A status with the name '${clash.name}' already exists.`]);
  const records = call.site.store.collection("status");
  const made = statuses.map(({ name, description = "", statusCategory }) =>
    records.put({
      id: records.nextId(),
      name,
      description,
      categoryKey: categoryKeys[statusCategory],
      scopeProjectId: projectId,
    }),
  );
  return ok(made.map(render));
}
