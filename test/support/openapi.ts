import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";
import type { CallRecord } from "../../workbench/wire/wire";

const scopes = z.array(z.looseObject({ scheme: z.string(), scopes: z.array(z.string()) })).optional();
const operation = z.looseObject({
  "x-atlassian-oauth2-scopes": scopes,
  deprecated: z.boolean().optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.looseObject({})).optional() })),
});
const document = z.looseObject({
  components: z.unknown(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
type Operation = z.infer<typeof operation>;

export interface OpenApi {
  /** null for an operation the document does not have. */
  operation(method: string, route: string): Operation | null;
  /** What of an answer, and of the request it answered, does not fit the document. */
  problems(record: CallRecord): readonly string[];
}

/** Where live answers, and this Jira with them, differ from the document on purpose. */
const exceptions: readonly { readonly where: RegExp; readonly reason: string }[] = [
  { where: /^POST \/rest\/api\/3\/changelog\/bulkfetch .*\/created/, reason: "the live site sends a number" },
  { where: /\/items\/\d+\/(from|to|fromString|toString) must be string/, reason: "changelog items send null" },
  {
    where: /queue\/\{taskId\} .*\/(created|started|updated) /,
    reason: "queue timestamps are numbers in its own example",
  },
  {
    where: /GET \/rest\/api\/3\/issue\/\{issueIdOrKey\}\/transitions .*\/fields/,
    reason: "examples omit what it requires",
  },
  {
    where: /gadget .*(position of the gadget|position must NOT have additional properties)/,
    reason: "required names are descriptions, not keys",
  },
];

/** Atlassian's OpenAPI document, when a copy stands beside the project; null where it does not. */
export function loadOpenApi(): OpenApi | null {
  const path = process.env["UPTAKE_JIRA_OPENAPI"] ?? resolve("../shared/jira-openapi/platform-v3.json");
  if (!existsSync(path)) return null;
  const { components, paths } = document.parse(JSON.parse(readFileSync(path, "utf8")));
  const ajv = new Ajv({ strict: false, allErrors: true, discriminator: false });
  addFormats(ajv);
  for (const format of ["int32", "int64", "double", "float", "byte", "binary"]) ajv.addFormat(format, true);
  ajv.addSchema({ $id: "jira", components, paths });
  const find = (method: string, route: string): Operation | null => {
    const found = paths[route]?.[method.toLowerCase()];
    return found === undefined ? null : operation.parse(found);
  };
  const validator = (...steps: string[]): ValidateFunction | undefined =>
    ajv.getSchema(
      `jira#/${steps.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`,
    );
  return {
    operation: find,
    problems(record) {
      const found = record.route === null ? null : find(record.method, record.route);
      if (found === null || record.route === null) return [`${record.method} ${record.path} is not in the document`];
      const at = ["paths", record.route, record.method.toLowerCase()];
      const content = ["content", "application/json", "schema"];
      const named = `${record.method} ${record.route}`;
      const { status, responseBody, requestBody } = record;
      const said = found.responses[String(status)];
      if (said === undefined)
        return status >= 400 && status !== 500 ? [] : [`${named} answers ${status}, which the document does not know`];
      const answered =
        said.content?.["application/json"]?.["schema"] === undefined
          ? undefined
          : validator(...at, "responses", String(status), ...content);
      const asked = status < 400 && requestBody !== null ? validator(...at, "requestBody", ...content) : undefined;
      const all = [
        ...faults(answered, responseBody, `${named} ${status}`),
        ...faults(asked, requestBody, `${named} request`),
      ];
      return all.filter((problem) => !exceptions.some(({ where }) => where.test(problem)));
    },
  };
}

function faults(validate: ValidateFunction | undefined, body: string | null, name: string): readonly string[] {
  if (validate === undefined || body === null || validate(JSON.parse(body))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${name} ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
