import { z } from "zod";
import { canSee } from "../permitted";
import { Problem } from "../problem";
import type { Project } from "../config-records";
import type { Issue } from "../records";
import { ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { compileJql } from "../search/compile";
import { JqlError } from "../search/world";
import { worldOf } from "../search/site-world";
import { createMeter, evaluate, expensiveLimit, stepLimit, type Meter } from "./evaluate";
import { contextOf, issueBean, type Reading } from "./issue-beans";
import { parseExpression } from "./parse-expression";
import { ExpressionError, fromJson, isList, toJson, type Value } from "./value";

const beanLimit = 1000;
const primitiveLimit = 10_000;
const lengthLimit = 1000;

const reference = z.object({ id: z.union([z.number(), z.string()]), key: z.string() }).partial();
const context = z.object({
  issue: reference.optional(),
  project: reference.optional(),
  issues: z.object({ jql: z.object({ query: z.string(), maxResults: z.number().optional() }) }).optional(),
  custom: z.array(z.object({ type: z.string(), name: z.string().optional(), value: z.unknown() }).loose()).optional(),
});
const evaluation = z.object({ expression: z.string(), context: context.optional() });
const analysis = z.object({
  expressions: z.array(z.string()),
  contextVariables: z.record(z.string(), z.string()).optional(),
});

const scopes = ["read:jira-work", "read:jira-user"];

export const expressionRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/expression/eval", { scopes, handler: evaluated }),
  route("POST", "/rest/api/3/expression/evaluate", { scopes, handler: evaluated }),
  route("POST", "/rest/api/3/expression/analyse", {
    scopes,
    handler: (call) => ok({ results: readBody(analysis, call).expressions.map(analysed) }),
  }),
];

async function evaluated(call: Call): Promise<Answer> {
  const asked = readBody(evaluation, call);
  const { site, caller, accountId } = call;
  if (asked.expression.length > lengthLimit) throw new Problem(400, [tooLong(asked.expression)]);
  const reading = { site, caller, accountId, meter: createMeter() };
  const { issue: wantedIssue, project: wantedProject, issues, custom } = asked.context ?? {};
  const subject = {
    issue: wantedIssue && issueOf(call, wantedIssue),
    project: wantedProject && projectOf(call, wantedProject),
  };
  const names = new Map(contextOf(reading, subject));
  if (issues !== undefined) names.set("issues", await searched(call, reading, issues.jql));
  for (const { type, name, value } of custom ?? []) if (type === "json" && name) names.set(name, fromJson(value));
  try {
    const value = evaluate(asked.expression, names, reading.meter);
    const size = sizeOf(value);
    if (size.beans > beanLimit || size.primitives > primitiveLimit)
      throw new ExpressionError(
        `The result is too large: at most ${beanLimit} beans and ${primitiveLimit} primitive values.`,
      );
    return ok({ value: toJson(value), ...metaOf(call, reading.meter, size) });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new Problem(400, [`Evaluation failed: "${asked.expression}" - ${error.message}`]);
  }
}

function metaOf({ query }: Call, meter: Meter, size: Size): { meta?: unknown } {
  if (!query.getAll("expand").join(",").includes("meta.complexity")) return {};
  const used = (value: number, limit: number) => ({ value, limit });
  const complexity = {
    steps: used(meter.steps, stepLimit),
    expensiveOperations: used(meter.expensive, expensiveLimit),
    beans: used(size.beans, beanLimit),
    primitiveValues: used(size.primitives, primitiveLimit),
  };
  return { meta: { complexity } };
}

async function searched(call: Call, reading: Reading, jql: { query: string; maxResults?: number }): Promise<Value> {
  try {
    const query = await compileJql(jql.query, worldOf(call));
    const seen = call.site.store
      .collection("issue")
      .all()
      .filter((issue) => canSee(call.site, call.caller, issue));
    const found = seen.filter(query.matches).toSorted(query.compare);
    return found.slice(0, Math.min(jql.maxResults ?? beanLimit, beanLimit)).map((issue) => issueBean(reading, issue));
  } catch (error) {
    if (error instanceof JqlError) throw new Problem(400, [error.message]);
    throw error;
  }
}

function issueOf({ site, caller }: Call, wanted: z.infer<typeof reference>): Issue {
  const issues = site.store.collection("issue");
  const issue = wanted.key === undefined ? issues.get(String(wanted.id)) : (issues.where("key", wanted.key)[0] ?? null);
  if (issue !== null && canSee(site, caller, issue)) return issue;
  throw new Problem(404, ["Issue does not exist or you do not have permission to see it."]);
}

function projectOf({ site }: Call, wanted: z.infer<typeof reference>): Project {
  const projects = site.store.collection("project");
  const project =
    wanted.key === undefined ? projects.get(String(wanted.id)) : (projects.where("key", wanted.key)[0] ?? null);
  if (project !== null && !project.deleted) return project;
  throw new Problem(404, [`No project could be found with key '${wanted.key ?? String(wanted.id)}'.`]);
}

function analysed(expression: string): unknown {
  if (expression.length > lengthLimit)
    return { expression, valid: false, errors: [{ message: tooLong(expression), type: "other" }] };
  try {
    parseExpression(expression);
    return { expression, valid: true };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const [, line, column] = /line (\d+), column (\d+)/.exec(error.message) ?? [];
    const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
    return { expression, valid: false, errors: [{ ...place, message: error.message, type: "syntax" }] };
  }
}

function tooLong({ length }: string): string {
  return `Jira expression is too long (${length}), limit: ${lengthLimit} characters`;
}

interface Size {
  readonly beans: number;
  readonly primitives: number;
}

function sizeOf(value: Value): Size {
  if (value === null || typeof value !== "object") return { beans: 0, primitives: 1 };
  if (!isList(value) && value.kind !== "map") return { beans: value.kind === "bean" ? 1 : 0, primitives: 0 };
  const inner = (isList(value) ? [...value] : [...value.entries.values()]).map(sizeOf);
  const sum = (key: keyof Size): number => inner.reduce((total, size) => total + size[key], 0);
  return { beans: sum("beans"), primitives: sum("primitives") };
}
