import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../wire/wire";
import { json } from "./answers";
import type { Invocation } from "./invocations";
import { invocation as limits } from "./limits";
import type { Manifest, Module } from "./manifest";
import type { Outcome } from "./runtime/outcome";
import type { State } from "./state";

const output = z.object({
  key: z.string(),
  statusCode: z.number(),
  contentType: z.string(),
  body: z.string().default(""),
});
const response = z.discriminatedUnion("type", [
  z.object({ type: z.literal("static"), outputs: z.array(output).max(20) }),
  z.object({ type: z.literal("dynamic") }),
]);
// A strict shape, so that a trigger which counts on the platform to check signatures is refused rather than left open.
const webTrigger = z.strictObject({
  key: z.string(),
  function: z.string(),
  response: response.default({ type: "dynamic" }),
});
type WebTrigger = z.infer<typeof webTrigger>;

const chosen = z.object({ outputKey: z.string() });
const free = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().optional(),
});

export type WebTriggers = ReturnType<typeof createWebTriggers>;

export function createWebTriggers(
  given: { readonly manifest: Manifest; readonly state: State; readonly siteUrl: string },
  run: (invocation: Invocation) => Promise<Outcome>,
) {
  const { manifest, state, siteUrl } = given;
  const declared = new Map(manifest.modulesOf("webtrigger").map((module) => [module.key, readTrigger(module)]));
  const byModule = state.prepare("SELECT id FROM web_trigger WHERE module_key = ?");
  const byId = state.prepare("SELECT module_key FROM web_trigger WHERE id = ?");
  const url = (id: string) => `${siteUrl.replace(/\/$/, "")}/x1/${id}`;

  return {
    async answer(request: HttpRequest): Promise<HttpAnswer> {
      const [, id = "", userPath = ""] = /^\/x1\/([^/?]+)(\/[^?]*)?/.exec(request.path) ?? [];
      const target = declared.get(String(byId.get(id)?.["module_key"]));
      if (target === undefined) return json(404, { message: "There is no such web trigger." });
      if (Buffer.byteLength(request.body ?? "") > limits.webTriggerBytes)
        return json(413, { message: "The body is larger than 5 MB." });
      const { key: moduleKey, function: functionKey } = target;
      const payload = asPayload(request, `/x1/${id}`, userPath);
      return asAnswer(
        target,
        await run({ functionKey, moduleKey, moduleType: "webtrigger", payload, accountId: null }),
      );
    },
    create(moduleKey: string, reuse: "reuse" | "renew"): string | null {
      if (!declared.has(moduleKey)) return null;
      const known = reuse === "reuse" ? byModule.get(moduleKey) : undefined;
      if (known !== undefined) return url(String(known["id"]));
      const id = randomUUID();
      state.prepare("INSERT INTO web_trigger VALUES (?, ?)").run(id, moduleKey);
      return url(id);
    },
    delete: (id: string) => state.prepare("DELETE FROM web_trigger WHERE id = ?").run(id).changes > 0,
    list: () =>
      state
        .prepare("SELECT id, module_key FROM web_trigger")
        .all()
        .map((row) => ({ triggerKey: String(row["module_key"]), url: url(String(row["id"])) })),
  };
}

function readTrigger(module: Module): WebTrigger {
  const read = webTrigger.safeParse(module);
  if (!read.success)
    throw new Error(`Web trigger "${module.key}" is not played by the workbench. ${z.prettifyError(read.error)}`);
  return read.data;
}

function asPayload({ method, path, headers, body }: HttpRequest, own: string, userPath: string) {
  const query = new URL(path, "http://site").searchParams;
  return {
    method,
    path: own,
    userPath,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryParameters: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
    body: body ?? "",
  };
}

function asAnswer({ key, response: declared }: WebTrigger, outcome: Outcome): HttpAnswer {
  if (outcome.kind === "failed")
    return json(outcome.code === "FUNCTION_TIME_OUT" ? 504 : 500, { message: outcome.message });
  if (declared.type === "static") {
    const picked = chosen.safeParse(outcome.value).data?.outputKey;
    const found = declared.outputs.find((each) => each.key === picked);
    if (found === undefined)
      return json(500, { message: `The function of "${key}" returned none of its declared outputs.` });
    return { status: found.statusCode, headers: { "content-type": found.contentType }, body: found.body };
  }
  const read = free.safeParse(outcome.value);
  if (!read.success) return json(500, { message: `The function of "${key}" did not return a response.` });
  const headers = Object.fromEntries(
    Object.entries(read.data.headers).map(([name, values]) => [name.toLowerCase(), values.join(", ")]),
  );
  return { status: read.data.statusCode, headers, body: read.data.body ?? null };
}
