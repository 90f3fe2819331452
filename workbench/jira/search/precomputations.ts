import { extensionAri } from "../config/permission-table";
import type { Precomputation } from "../records";
import type { Site } from "../site";
import { JqlError, type FunctionCall, type Resolved } from "./world";

const week = 7 * 86_400_000;
/** How long Jira keeps an answer that was an error. */
const errorMs = 60_000;

/** What an app's JQL function stands for: kept from an earlier search, or asked of the app now. */
export async function precomputed(site: Site, call: FunctionCall): Promise<Resolved> {
  const found = declaredFunction(site, call.name);
  if (found === null) throw new JqlError(`Unable to find JQL function '${call.name}(${call.values.join(", ")})'.`);
  const { app, module } = found;
  checkUse(module, call);
  const functionKey = extensionAri(app, String(module["key"]));
  const clause = JSON.stringify([functionKey, call.field, call.operator, call.values]);
  const kept = site.store.collection("precomputation");
  const known = kept.where("clause", clause)[0] ?? null;
  const now = site.clock.now();
  const isFresh = known !== null && now - known.used < week && (known.error === null || now - known.updated < errorMs);
  const id = known?.id ?? kept.nextId();
  const use = { id, clause, functionKey, functionName: call.name, field: call.field, operator: call.operator };
  const answer = isFresh ? known : await ask(app, module, { ...call, id });
  const times = { created: known?.created ?? now, updated: isFresh ? known.updated : now, used: now };
  kept.put({ ...use, arguments: call.values, value: answer.value, error: answer.error, ...times });
  // Kept even when the search itself is refused, so that a failing function is not asked again at once.
  site.store.commit();
  if (answer.error !== null || answer.value === null)
    throw new JqlError(answer.error ?? `The function '${call.name}' gave no answer.`);
  return { kind: "jql", jql: answer.value };
}

type App = Site["apps"] extends ReadonlyMap<string, infer A> ? A : never;
type Module = Readonly<Record<string, unknown>>;

function declaredFunction(site: Site, name: string): { app: App; module: Module } | null {
  for (const app of site.apps.values()) {
    const module = app.modules["jira:jqlFunction"]?.find(
      (known) => String(known["name"]).toLowerCase() === name.toLowerCase(),
    );
    if (module !== undefined) return { app, module };
  }
  return null;
}

function checkUse(module: Module, { name, operator, values }: FunctionCall): void {
  const operators = Array.isArray(module["operators"]) ? module["operators"] : [];
  if (!operators.includes(operator))
    throw new JqlError(`The operator '${operator}' is not supported by the function '${name}'.`);
  const wanted = Array.isArray(module["arguments"]) ? module["arguments"] : [];
  const required = wanted.filter((argument: { required?: boolean }) => argument.required !== false).length;
  if (values.length < required || values.length > wanted.length)
    throw new JqlError(
      `Function '${name}' expected between '${required}' and '${wanted.length}' arguments but received '${values.length}'.`,
    );
}

type Answered = Pick<Precomputation, "value" | "error">;

async function ask(app: App, module: Module, call: FunctionCall & { id: string }): Promise<Answered> {
  const clause = {
    field: call.field,
    type: module["types"] ?? [],
    operator: call.operator,
    functionName: call.name,
    arguments: call.values,
  };
  try {
    const answer = await app.invoke(String(module["function"]), { precomputationId: call.id, clause });
    const texts =
      typeof answer === "object" && answer !== null ? new Map<string, unknown>(Object.entries(answer)) : new Map();
    const [jql, error]: unknown[] = [texts.get("jql"), texts.get("error")];
    if (typeof error === "string") return { value: null, error };
    return typeof jql === "string"
      ? { value: jql, error: null }
      : { value: null, error: `The function '${call.name}' gave no answer.` };
  } catch {
    return { value: null, error: `The function '${call.name}' failed. Try again later.` };
  }
}
