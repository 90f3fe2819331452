import { z } from "zod";
import { canSee } from "../permitted";
import { Problem } from "../problem";
import type { Precomputation } from "../records";
import { noContent, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { compileJql, parseJql } from "./compile";
import { worldOf } from "./site-world";
import { JqlError } from "./world";

const parsing = z.object({ queries: z.array(z.string()).min(1) });
const matching = z.object({ jqls: z.array(z.string()).min(1), issueIds: z.array(z.union([z.number(), z.string()])) });
const update = z.object({ id: z.string(), value: z.string().optional(), error: z.string().optional() });
const updates = z.object({ values: z.array(update) });
const read = { scopes: ["read:jira-work"] };
const reserved = "and,or,not,empty,null,order,by,asc,desc,in,is,was,changed,before,after,on,during,from,to".split(",");
const functions = ["currentUser()", "now()", "startOfDay()", "endOfDay()", "startOfWeek()", "endOfWeek()", "startOfMonth()", "endOfMonth()", "startOfYear()", "endOfYear()", "membersOf()", "linkedIssues()", "updatedBy()", "watchedIssues()", "standardIssueTypes()", "subtaskIssueTypes()"]; // prettier-ignore

export const jqlRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/jql/parse", { ...read, handler: async (call) => {
    const { queries } = readBody(parsing, call);
    return ok({ queries: await Promise.all(queries.map((query) => parsed(call, query))) });
  } }),
  route("POST", "/rest/api/3/jql/match", { ...read, handler: async (call) => {
    const { jqls, issueIds } = readBody(matching, call);
    return ok({ matches: await Promise.all(jqls.map((jql) => matched(call, jql, issueIds.map(String)))) });
  } }),
  route("GET", "/rest/api/3/jql/autocompletedata", { ...read, handler: (call) => ok(reference(call)) }),
  route("GET", "/rest/api/3/jql/autocompletedata/suggestions", { ...read, handler: (call) => ok({ results: suggestions(call) }) }),
  route("GET", "/rest/api/3/jql/function/computation", { scopes: ["read:app-data:jira"], handler: (call) => {
    const keys = call.query.getAll("functionKey");
    const all = ownPrecomputations(call).filter(({ functionKey }) => keys.length === 0 || keys.includes(functionKey));
    return ok(pageOf(all.map((kept) => rendered(call, kept)), call.query, 100));
  } }),
  route("POST", "/rest/api/3/jql/function/computation", { scopes: ["write:app-data:jira"], handler: (call) => {
    const own = new Map(ownPrecomputations(call).map((kept) => [kept.id, kept]));
    const { values } = readBody(updates, call);
    const unknown = values.filter(({ id }) => !own.has(id)).map(({ id }) => id);
    const skips = call.query.get("skipNotFoundPrecomputations") === "true";
    if (unknown.length > 0 && !skips) throw new Problem(404, [`Precomputations not found: ${unknown.join(", ")}`]);
    for (const { id, value = null, error = null } of values) {
      const kept = own.get(id);
      if (kept !== undefined) call.site.store.collection("precomputation").put({ ...kept, value, error, updated: call.site.clock.now() });
    }
    return skips ? ok({ notFoundPrecomputationIDs: unknown }) : noContent;
  } }),
]; // prettier-ignore

/** Only an app sees precomputations, and only its own. */
function ownPrecomputations({ site, caller }: Call): readonly Precomputation[] {
  if (caller.kind !== "app") throw new Problem(403, ["Only apps can use this operation."]);
  const short = caller.appId.split("/").at(-1) ?? "";
  return site.store
    .collection("precomputation")
    .all()
    .filter(({ functionKey }) => functionKey.includes(`/${short}/`));
}

function rendered(call: Call, kept: Precomputation): unknown {
  const { id, functionKey, functionName, field, operator, value, error } = kept;
  const [created, updated, used] = [kept.created, kept.updated, kept.used].map((at) => stamp(at, zoneOf(call)));
  const answer = { ...(value === null ? {} : { value }), ...(error === null ? {} : { error }) };
  return {
    id,
    functionKey,
    functionName,
    arguments: kept.arguments,
    field,
    operator,
    ...answer,
    created,
    updated,
    used,
  };
}

async function parsed(call: Call, query: string): Promise<unknown> {
  const structure = {};
  try {
    if (call.query.get("validation") === "none") parseJql(query);
    else await compileJql(query, worldOf(call));
    return { query, structure };
  } catch (error) {
    if (error instanceof JqlError) return { query, errors: [error.message] };
    throw error;
  }
}

async function matched({ site, caller, accountId }: Call, jql: string, ids: readonly string[]): Promise<unknown> {
  try {
    const { matches } = await compileJql(jql, worldOf({ site, caller, accountId }));
    const issues = ids.flatMap((id) => site.store.collection("issue").get(id) ?? []);
    const found = issues.filter((issue) => canSee(site, caller, issue) && matches(issue));
    return { matchedIssues: found.map(({ id }) => Number(id)), errors: [] };
  } catch (error) {
    if (error instanceof JqlError) return { matchedIssues: [], errors: [error.message] };
    throw error;
  }
}

function reference({ site }: Call): unknown {
  const fields = site.store
    .collection("field")
    .all()
    .filter(({ searchable, trashed }) => searchable && !trashed);
  const apps = site.store
    .collection("app")
    .all()
    .flatMap(({ modules }) => modules["jira:jqlFunction"] ?? []);
  const own = apps.map((module) => `${String(module["name"])}()`);
  const text = { isList: "true", supportsListAndSingleValueOperators: "true" };
  return {
    visibleFieldNames: fields.map(({ clauseNames: [value = ""], name, schema, custom, orderable }) => ({
      value,
      displayName: name,
      ...(custom ? { cfid: `cf[${schema.customId}]` } : {}),
      orderable: String(orderable),
      searchable: "true",
      auto: "true",
      operators: ["=", "!=", "in", "not in", "is", "is not"],
      types: [`java.lang.${schema.type === "number" ? "Number" : "String"}`],
    })),
    visibleFunctionNames: [...functions, ...own].map((name) => ({
      value: name,
      displayName: name,
      ...text,
      types: ["java.lang.String"],
    })),
    jqlReservedWords: reserved,
  };
}

function suggestions({ site, query }: Call): readonly unknown[] {
  const { store } = site;
  const lists: Readonly<Record<string, readonly string[]>> = {
    project: store
      .collection("project")
      .all()
      .map(({ key }) => key),
    status: store
      .collection("status")
      .all()
      .map(({ name }) => name),
    issuetype: store
      .collection("issueType")
      .all()
      .map(({ name }) => name),
    priority: store
      .collection("priority")
      .all()
      .map(({ name }) => name),
    assignee: store
      .collection("user")
      .all()
      .map(({ displayName }) => displayName),
    labels: store
      .collection("issue")
      .all()
      .flatMap(({ fields }) => fields["labels"] ?? [])
      .map(String),
  };
  const start = (query.get("fieldValue") ?? "").toLowerCase();
  const found = [...new Set(lists[(query.get("fieldName") ?? "").toLowerCase()])].filter((name) =>
    name.toLowerCase().startsWith(start),
  );
  return found
    .slice(0, 15)
    .map((name) => ({ value: /^\w+$/.test(name) ? name : JSON.stringify(name), displayName: name }));
}
