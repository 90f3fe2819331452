import { z } from "zod";
import { planFile } from "#contract/plan-file";
import { triggerReading, usageEvent } from "#contract/usage-event";
import { answerShapes } from "./answer-shapes";
import { statsInputs } from "./stats";

/** The JSON Schemas in `docs/`, by file: what others write for us in the first four, what we answer in the last. */
export function published(): Readonly<Record<string, object>> {
  return {
    "plan-file.schema.json": { title: "Uptake plan file", ...read(planFile) },
    "usage-event.schema.json": {
      title: "One usage event, a line of NDJSON or an element of an array",
      ...z.toJSONSchema(usageEvent, { io: "input" }),
      // What the refinement says of a category, in words a schema has.
      dependentSchemas: { category: { properties: { kind: { const: "ticket" } } } },
    },
    "trigger-reading.schema.json": {
      title: "One reading for the triggers of rollbacks, a line among usage events",
      ...read(triggerReading),
    },
    "stats-inputs.schema.json": { title: "Standard input of `uptake stats`, by kind", ...each(statsInputs) },
    "answers.schema.json": { title: "What each command prints with --json", ...each(answerShapes) },
  };
}

/** As a file may be written, before defaults are filled in. */
const read = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", reused: "ref" });

function each(schemas: Readonly<Record<string, z.ZodType>>) {
  const shapes = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: "input" })]);
  return { $defs: Object.fromEntries(shapes) };
}
