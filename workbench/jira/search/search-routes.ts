import { z } from "zod";
import { renderIssue, type Wanted } from "../issues/render-issue";
import { Problem } from "../problem";
import { listOf, numberOf, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { foundBy } from "./queries";

const most = { idsAndKeys: 5000, others: 100, reconciled: 50, properties: 5, comments: 20 };
const texts = z.array(z.string()).optional();
const asked = z.object({
  jql: z.string().optional(),
  nextPageToken: z.string().nullish(),
  maxResults: z.number().int().min(0).optional(),
  fields: texts,
  expand: z.string().optional(),
  properties: texts,
  reconcileIssues: z.array(z.union([z.number(), z.string()]).transform(String)).optional(),
  fieldsByKeys: z.boolean().optional(),
});
const scopes = ["read:jira-work"];

export const searchRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/search/jql", { scopes, handler: (call) => search(call, fromQuery(call)) }),
  route("POST", "/rest/api/3/search/jql", { scopes, handler: (call) => search(call, readBody(asked, call)) }),
  route("POST", "/rest/api/3/search/approximate-count", {
    scopes,
    handler: async (call) => {
      const { jql = "" } = readBody(asked, call);
      return ok({ count: (await foundBy(call, jql)).length });
    },
  }),
];

function fromQuery({ query }: Call): z.infer<typeof asked> {
  return {
    jql: query.get("jql") ?? "",
    nextPageToken: query.get("nextPageToken"),
    maxResults: numberOf(query, "maxResults", 50),
    fields: [...listOf(query, "fields")],
    expand: listOf(query, "expand").join(","),
    properties: [...listOf(query, "properties")],
    reconcileIssues: [...listOf(query, "reconcileIssues")],
  };
}

async function search(call: Call, wanted: z.infer<typeof asked>): Promise<Answer> {
  const { jql = "", fields = [], expand = "", properties = [], reconcileIssues = [], maxResults = 50 } = wanted;
  if (properties.length > most.properties)
    throw new Problem(400, [`The maximum number of properties is ${most.properties}.`]);
  if (reconcileIssues.length > most.reconciled)
    throw new Problem(400, [`The maximum number of issues to reconcile is ${most.reconciled}.`]);
  const found = await foundBy(call, jql, reconcileIssues);
  const isLight = fields.every((field) => field === "id" || field === "key") && properties.length === 0;
  const start = startOf(wanted.nextPageToken, jql);
  const end = start + Math.min(maxResults, isLight ? most.idsAndKeys : most.others);
  const shown: Wanted = {
    fields,
    expand: expand.split(",").filter((name) => !["names", "schema"].includes(name)),
    properties,
    mostComments: most.comments,
  };
  const issues = found.slice(start, end).map((issue) => {
    const isBare = fields.every((field) => field === "id") && properties.length === 0;
    return isBare ? { id: issue.id } : renderIssue(call, issue, isLight ? { ...shown, fields: [] } : shown);
  });
  const isLast = end >= found.length;
  const page = isLast ? { issues, isLast } : { issues, isLast, nextPageToken: tokenOf(end, jql) };
  return { status: 200, body: { ...page, ...described(call, expand) }, points: 1 + issues.length };
}

function described({ site }: Call, expand: string): object {
  const fields = site.store.collection("field").all();
  return {
    ...(expand.includes("names") ? { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) } : {}),
    ...(expand.includes("schema") ? { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) } : {}),
  };
}

/** A page token says where the next page starts and belongs to one query. */
function tokenOf(start: number, jql: string): string {
  return Buffer.from(JSON.stringify([start, jql])).toString("base64url");
}

function startOf(token: string | null | undefined, jql: string): number {
  if (token === null || token === undefined || token === "") return 0;
  const start = Number(/^\[(\d+),/.exec(Buffer.from(token, "base64url").toString())?.[1] ?? Number.NaN);
  if (token !== tokenOf(start, jql))
    throw new Problem(400, ["The provided next page token is invalid or belongs to another query."]);
  return start;
}
