import { z } from "zod";
import { Problem } from "../problem";
import type { Screen } from "../config-records";
import { created, listOf, noContent, ok, pageOf, readBody, route, type Answer, type Call, type Route } from "../router";
import {
  allOf,
  configures,
  manages,
  mustAdminister,
  mustBeFree,
  pageOfNamed,
  recordOf,
  spacesUsing,
} from "./admission";

type Tab = Screen["tabs"][number];
const named = z.object({ name: z.string(), description: z.string().optional() });
const placed = z.object({ fieldId: z.string() });
const screen = "/rest/api/3/screens/{screenId}";
const fields = `${screen}/tabs/{tabId}/fields`;
const typed = "/rest/api/3/issuetypescreenscheme";

export const screenRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/screens", { scopes: manages, handler: list }),
  route("POST", "/rest/api/3/screens", { scopes: manages, handler: add }),
  route("POST", "/rest/api/3/screens/addToDefault/{fieldId}", { scopes: manages, handler: addToDefault }),
  route("GET", `${screen}/availableFields`, {
    scopes: manages,
    handler: (call) => ok(available(call, screenOf(call))),
  }),
  route("GET", `${screen}/tabs`, { scopes: manages, handler: (call) => ok(screenOf(call).tabs.map(renderTab)) }),
  route("POST", `${screen}/tabs`, { scopes: manages, handler: addTab }),
  route("GET", fields, {
    scopes: manages,
    handler: (call) => ok(tabOf(call).fieldIds.map((id) => fieldRef(call, id))),
  }),
  route("POST", fields, { scopes: manages, handler: addField }),
  route("DELETE", `${fields}/{id}`, { scopes: manages, handler: removeField }),
  route("GET", "/rest/api/3/field/{fieldId}/screens", { scopes: manages, handler: screensOfField }),
  route("GET", "/rest/api/3/screenscheme", { scopes: manages, handler: schemes }),
  route("GET", typed, { scopes: configures, handler: typedSchemes }),
  route("GET", `${typed}/mapping`, { scopes: configures, handler: typedMappings }),
  route("GET", `${typed}/project`, { scopes: configures, handler: typedByProject }),
];

function shown({ site }: Call): readonly Screen[] {
  return allOf({ site }, "screen").filter(({ scopeProjectId }) => scopeProjectId === null);
}

function list(call: Call): Answer {
  mustAdminister(call);
  return pageOfNamed(call, shown(call), render);
}

function render({ id, name, description }: Screen): object {
  return { id: Number(id), name, description };
}

function add(call: Call): Answer {
  mustAdminister(call);
  const { name, description = "" } = readBody(named, call);
  mustBeFree(shown(call), { id: null, name });
  const all = call.site.store.collection("screen");
  const id = all.nextId();
  const tabs = [{ id: all.nextId(), name: "Field Tab", fieldIds: [] }];
  return created(render(all.put({ id, name, description, tabs, scopeProjectId: null })));
}

function screenOf(call: Call): Screen {
  mustAdminister(call);
  return recordOf(call, "screen", call.params["screenId"] ?? "");
}

function tabOf(call: Call): Tab {
  const tab = screenOf(call).tabs.find(({ id }) => id === call.params["tabId"]);
  if (tab === undefined) throw new Problem(404, [`The screen tab with ID '${call.params["tabId"]}' was not found.`]);
  return tab;
}

function renderTab({ id, name }: Tab): object {
  return { id: Number(id), name };
}

function addTab(call: Call): Answer {
  const record = screenOf(call);
  const { name } = readBody(named, call);
  mustBeFree(record.tabs, { id: null, name });
  const all = call.site.store.collection("screen");
  const tab = { id: all.nextId(), name, fieldIds: [] };
  all.put({ ...record, tabs: [...record.tabs, tab] });
  return ok(renderTab(tab));
}

function fieldRef({ site }: Call, id: string): object {
  return { id, name: site.store.collection("field").get(id)?.name ?? id };
}

function available(call: Call, { tabs }: Screen): readonly object[] {
  const held = new Set(tabs.flatMap(({ fieldIds }) => fieldIds));
  const all = allOf(call, "field");
  return all
    .filter(({ id, orderable, trashed }) => orderable && !trashed && !held.has(id))
    .map(({ id }) => fieldRef(call, id));
}

function addField(call: Call): Answer {
  return ok(place(call, screenOf(call), { tab: tabOf(call), fieldId: readBody(placed, call).fieldId }));
}

function addToDefault(call: Call): Answer {
  mustAdminister(call);
  const record = recordOf(call, "screen", "1");
  const [tab] = record.tabs;
  if (tab !== undefined) place(call, record, { tab, fieldId: call.params["fieldId"] ?? "" });
  return ok({});
}

function place(call: Call, record: Screen, { tab, fieldId }: { tab: Tab; fieldId: string }): object {
  const field = call.site.store.collection("field").get(fieldId);
  if (field === null || field.trashed || !field.orderable)
    throw new Problem(400, [`The field with ID '${fieldId}' does not exist or cannot be put on a screen.`]);
  if (record.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId)))
    throw new Problem(400, [`The field with ID '${fieldId}' already exists on the screen.`]);
  const tabs = record.tabs.map((known) =>
    known.id === tab.id ? { ...known, fieldIds: [...known.fieldIds, fieldId] } : known,
  );
  call.site.store.collection("screen").put({ ...record, tabs });
  return fieldRef(call, fieldId);
}

function removeField(call: Call): Answer {
  const [record, tab, fieldId] = [screenOf(call), tabOf(call), call.params["id"] ?? ""];
  if (!tab.fieldIds.includes(fieldId))
    throw new Problem(404, [`The field with ID '${fieldId}' was not found on the screen tab.`]);
  const without = { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) };
  call.site.store
    .collection("screen")
    .put({ ...record, tabs: record.tabs.map((known) => (known.id === tab.id ? without : known)) });
  return noContent;
}

function screensOfField(call: Call): Answer {
  mustAdminister(call);
  const found = shown(call).flatMap((record) => {
    const tab = record.tabs.find(({ fieldIds }) => fieldIds.includes(call.params["fieldId"] ?? ""));
    return tab === undefined
      ? []
      : [{ ...render(record), ...(listOf(call.query, "expand").includes("tab") ? { tab: renderTab(tab) } : {}) }];
  });
  return ok(pageOf(found, call.query, 100));
}

function schemes(call: Call): Answer {
  mustAdminister(call);
  return pageOfNamed(call, allOf(call, "screenScheme"), ({ id, name, description, screens }) => {
    const used = Object.entries(screens).filter(([, screenId]) => screenId !== null);
    const numbers = Object.fromEntries(used.map(([key, screenId]) => [key, Number(screenId)]));
    return { id: Number(id), name, description, screens: numbers };
  });
}

function typedSchemes(call: Call): Answer {
  mustAdminister(call);
  return pageOfNamed(call, allOf(call, "issueTypeScreenScheme"), ({ id, name, description }) => ({
    id,
    name,
    description,
  }));
}

function typedMappings(call: Call): Answer {
  mustAdminister(call);
  const wanted = listOf(call.query, "issueTypeScreenSchemeId");
  const found = allOf(call, "issueTypeScreenScheme").filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const values = found.flatMap(({ id: issueTypeScreenSchemeId, defaultScreenSchemeId, screenSchemeIds }) => {
    const pairs = Object.entries({ default: defaultScreenSchemeId, ...screenSchemeIds });
    return pairs.map(([issueTypeId, screenSchemeId]) => ({ issueTypeScreenSchemeId, issueTypeId, screenSchemeId }));
  });
  return ok(pageOf(values, call.query));
}

function typedByProject(call: Call): Answer {
  mustAdminister(call);
  const found = allOf(call, "issueTypeScreenScheme").flatMap(({ id, name, description }) => {
    const projectIds = spacesUsing(call, "issueTypeScreenSchemeId", id);
    return projectIds.length === 0 ? [] : [{ issueTypeScreenScheme: { id, name, description }, projectIds }];
  });
  return ok(pageOf(found, call.query));
}
