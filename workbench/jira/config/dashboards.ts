import { z } from "zod";
import { Problem } from "../problem";
import type { Dashboard, Gadget } from "../records";
import { userRef } from "../refs";
import { listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import { allOf, reads, writes } from "./admission";
import { extensionAri } from "./permission-table";
import { propertyRoutes } from "./property-routes";

const shares = z.array(z.object({ type: z.string() }).loose());
const details = z.object({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  sharePermissions: shares,
  editPermissions: shares,
});
const colors = ["blue", "red", "yellow", "green", "cyan", "purple", "gray", "white"] as const;
const position = z.object({ row: z.number().int().min(0), column: z.number().int().min(0).max(2) });
const settings = z.object({
  moduleKey: z.string().optional(),
  uri: z.string().optional(),
  title: z.string().optional(),
  color: z.enum(colors).optional(),
  position: position.optional(),
});
const one = "/rest/api/3/dashboard/{id}";
const gadgets = "/rest/api/3/dashboard/{dashboardId}/gadget";

export const dashboardRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/dashboard", { scopes: writes, handler: add }),
  route("GET", "/rest/api/3/dashboard/search", { scopes: reads, handler: search }),
  route("GET", "/rest/api/3/dashboard/gadgets", { scopes: reads, handler: (call) => ok({ gadgets: available(call) }) }),
  route("GET", one, { scopes: reads, handler: (call) => ok(render(call, seen(call, "id"))) }),
  route("PUT", one, { scopes: writes, handler: update }),
  route("DELETE", one, { scopes: writes, handler: remove }),
  route("GET", gadgets, { scopes: reads, handler: (call) => ok({ gadgets: gadgetsOf(call).map(renderGadget) }) }),
  route("POST", gadgets, { scopes: ["write:jira-work", "read:jira-work"], handler: addGadget }),
  route("PUT", `${gadgets}/{gadgetId}`, { scopes: writes, handler: updateGadget }),
  route("DELETE", `${gadgets}/{gadgetId}`, { scopes: writes, handler: removeGadget }),
  ...propertyRoutes({
    path: "/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties",
    entity: "dashboardItem",
    writeScopes: writes,
    readable: (call) => itemOf(call, seen(call, "dashboardId")),
    writable: (call) => itemOf(call, writable(call, "dashboardId")),
  }),
];

/** Shared with everybody who is signed in, or one's own. */
function mayRead({ accountId }: Call, { ownerId, sharePermissions }: Dashboard): boolean {
  return ownerId === accountId || sharePermissions.length > 0;
}

function seen(call: Call, parameter: "id" | "dashboardId"): Dashboard {
  const id = call.params[parameter] ?? "";
  const dashboard = call.site.store.collection("dashboard").get(id);
  if (dashboard === null || !mayRead(call, dashboard))
    throw new Problem(404, [`The dashboard with id '${id}' does not exist.`]);
  return dashboard;
}

function writable(call: Call, parameter: "id" | "dashboardId"): Dashboard {
  const dashboard = seen(call, parameter);
  if (dashboard.ownerId === call.accountId || dashboard.editPermissions.length > 0) return dashboard;
  throw new Problem(403, ["You do not have permission to edit this dashboard."]);
}

function render(call: Call, { id, name, description, ownerId, sharePermissions, editPermissions }: Dashboard): object {
  const { siteUrl } = call.site;
  const owner = Object.entries(userRef(call.site, ownerId) ?? {}).filter(([key]) => ["accountId", "displayName", "active", "self", "avatarUrls"].includes(key)); // prettier-ignore
  return {
    id,
    name,
    description,
    sharePermissions,
    editPermissions,
    isFavourite: false,
    popularity: 0,
    systemDashboard: false,
    owner: Object.fromEntries(owner),
    isWritable: ownerId === call.accountId || editPermissions.length > 0,
    self: `${siteUrl}/rest/api/3/dashboard/${id}`,
    view: `${siteUrl}/jira/dashboards/${id}`,
  };
}

function add(call: Call): Answer {
  const { name, description = "", sharePermissions, editPermissions } = readBody(details, call);
  const all = call.site.store.collection("dashboard");
  const record = { id: all.nextId(), name, description, ownerId: call.accountId, sharePermissions, editPermissions };
  return ok(render(call, all.put(record)));
}

function search(call: Call): Answer {
  const text = (call.query.get("dashboardName") ?? "").toLowerCase();
  const found = allOf(call, "dashboard").filter(
    (dashboard) => mayRead(call, dashboard) && dashboard.name.toLowerCase().includes(text),
  );
  return ok(
    pageOf(
      found.map((dashboard) => render(call, dashboard)),
      call.query,
    ),
  );
}

function update(call: Call): Answer {
  const dashboard = writable(call, "id");
  return ok(render(call, call.site.store.collection("dashboard").put({ ...dashboard, ...readBody(details, call) })));
}

function remove(call: Call): Answer {
  const { id } = writable(call, "id");
  for (const gadget of call.site.store.collection("gadget").where("dashboardId", id))
    call.site.store.collection("gadget").delete(gadget.id);
  call.site.store.collection("dashboard").delete(id);
  return noContent;
}

function available({ site }: Call): readonly { moduleKey: string; title: string }[] {
  return allOf({ site }, "app").flatMap(({ id, environmentId, modules }) =>
    (modules["jira:dashboardGadget"] ?? []).map(({ key, title }) => ({
      moduleKey: extensionAri({ appId: id, environmentId }, String(key)),
      title: typeof title === "string" ? title : String(key),
    })),
  );
}

function gadgetsOf(call: Call): readonly Gadget[] {
  const wanted = listOf(call.query, "gadgetId");
  const all = call.site.store.collection("gadget").where("dashboardId", seen(call, "dashboardId").id);
  const found = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  return found.toSorted((left, right) => left.row - right.row || left.column - right.column);
}

function renderGadget({ id, moduleKey, uri, title, color, row, column }: Gadget): object {
  const source = moduleKey === null ? { uri } : { moduleKey };
  return { id: Number(id), ...source, color, position: { row, column }, title };
}

function addGadget(call: Call): Answer {
  const dashboard = writable(call, "dashboardId");
  const { moduleKey = null, uri = null, title, color = "blue", position: place } = readBody(settings, call);
  const known = available(call).find((gadget) => gadget.moduleKey === moduleKey);
  if (moduleKey === null ? uri === null : known === undefined)
    throw new Problem(400, ["The gadget's module key or URI is not valid."]);
  const others = gadgetsOf(call);
  const { row, column } = place ?? { row: others.filter((gadget) => gadget.column === 0).length, column: 0 };
  const all = call.site.store.collection("gadget");
  makeRoom(call, others, { row, column });
  const record = {
    id: all.nextId(),
    dashboardId: dashboard.id,
    moduleKey,
    uri,
    title: title ?? known?.title ?? "Gadget",
    color,
    row,
    column,
  };
  return ok(renderGadget(all.put(record)));
}

/** A gadget put on an occupied place pushes those below it down. */
function makeRoom({ site }: Call, others: readonly Gadget[], { row, column }: { row: number; column: number }): void {
  if (!others.some((gadget) => gadget.column === column && gadget.row === row)) return;
  for (const gadget of others.filter((other) => other.column === column && other.row >= row))
    site.store.collection("gadget").put({ ...gadget, row: gadget.row + 1 });
}

function gadgetOf(call: Call): Gadget {
  const { id } = writable(call, "dashboardId");
  const gadget = call.site.store.collection("gadget").get(call.params["gadgetId"] ?? "");
  if (gadget === null || gadget.dashboardId !== id) throw new Problem(404, ["The dashboard gadget was not found."]);
  return gadget;
}

function updateGadget(call: Call): Answer {
  const gadget = gadgetOf(call);
  const { title = gadget.title, color = gadget.color, position: place } = readBody(settings, call);
  const others = gadgetsOf(call).filter(({ id }) => id !== gadget.id);
  if (place !== undefined) makeRoom(call, others, place);
  call.site.store.collection("gadget").put({ ...gadget, title, color, ...place });
  return noContent;
}

function removeGadget(call: Call): Answer {
  call.site.store.collection("gadget").delete(gadgetOf(call).id);
  return noContent;
}

function itemOf(call: Call, dashboard: Dashboard): string {
  return `${dashboard.id}/${call.params["itemId"]}`;
}
