import Ajv from "ajv-draft-04";
import schema from "@atlaskit/adf-schema/dist/json-schema/v1/full.json" with { type: "json" };
import { plainText } from "../expressions/plain-text";
import type { Field } from "../config-records";

let validate: ((value: unknown) => boolean) | null = null;

/** Whether a value is rich text by Atlassian's own schema. */
export function isAdf(value: unknown): boolean {
  validate ??= new Ajv({ strict: false }).compile(schema);
  return validate(value);
}

export function isRich({ id, schema: { custom = "" } }: Field): boolean {
  return id === "description" || id === "environment" || custom.endsWith(":textarea");
}

/** Version 2 of the API speaks plain text; the site keeps ADF. */
export function fromText(text: string): object {
  const lines = text.split("\n");
  const content = lines.map((line) => ({
    type: "paragraph",
    content: line === "" ? [] : [{ type: "text", text: line }],
  }));
  return { type: "doc", version: 1, content };
}

export function shownText(body: unknown, version: 2 | 3): unknown {
  return version === 3 || body === null || body === undefined ? (body ?? null) : plainText(body);
}
