import { planFile } from "#contract/plan-file";
import { z } from "zod";

/** As much of a JSON schema as completion needs. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
}

let known: Schema | null = null;

/** The schema of the plan file, the same that is published. */
export function planSchema(): Schema {
  const made: Schema = known ?? JSON.parse(JSON.stringify(z.toJSONSchema(planFile, { io: "input", reused: "ref" })));
  known = made;
  return made;
}

/** Every form the value at a path may take; `*` is an entry of a list. */
export function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (forms, part) => forms.flatMap((form) => formsOf(root, inner(form, part))),
    formsOf(root, root),
  );
}

export interface KeyHint {
  readonly key: string;
  readonly isRequired: boolean;
  /** A list or a map follows on its own lines. */
  readonly opens: "list" | "map" | null;
}

export function keysAt(root: Schema, path: readonly string[]): readonly KeyHint[] {
  const forms = schemasAt(root, path);
  const hints = forms.flatMap((form) =>
    Object.entries(form.properties ?? {}).map(([key, value]): [string, KeyHint] => [
      key,
      { key, isRequired: form.required?.includes(key) ?? false, opens: opening(formsOf(root, value)) },
    ]),
  );
  return [...new Map(hints).values()];
}

export function valuesAt(root: Schema, path: readonly string[]): readonly string[] {
  const values = schemasAt(root, path).flatMap((form) => {
    if (form.const !== undefined) return [form.const];
    if (form.enum !== undefined) return form.enum;
    return form.type === "boolean" ? [true, false] : [];
  });
  return [...new Set(values.filter((value) => value !== null).map(String))];
}

function inner(form: Schema, part: string): Schema | undefined {
  if (part === "*") return form.items;
  const named = form.properties?.[part];
  if (named !== undefined) return named;
  return typeof form.additionalProperties === "object" ? form.additionalProperties : undefined;
}

function formsOf(root: Schema, schema: Schema | undefined): readonly Schema[] {
  if (schema === undefined) return [];
  if (schema.$ref !== undefined) return formsOf(root, root.$defs?.[schema.$ref.replace("#/$defs/", "")]);
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return choices.length === 0 ? [schema] : [schema, ...choices.flatMap((choice) => formsOf(root, choice))];
}

function opening(forms: readonly Schema[]): KeyHint["opens"] {
  const isFlat = forms.some(({ type }) => type === "string" || type === "number" || type === "boolean");
  if (isFlat) return null;
  if (forms.some(({ items }) => items !== undefined)) return "list";
  return forms.some(({ properties }) => properties !== undefined) ? "map" : null;
}
