import { z } from "zod";
import { kvs as limits } from "../limits";

const unitMs = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const field = z.enum(["CREATED_AT", "UPDATED_AT", "EXPIRE_TIME"]);
const ttl = z
  .object({ value: z.number().positive(), unit: z.enum(["SECONDS", "MINUTES", "HOURS", "DAYS"]) })
  .transform(({ value, unit }) => value * unitMs[unit])
  .refine((milliseconds) => milliseconds <= limits.ttlMostMs, "A TTL is at most a year.");
const options = z.object({
  ttl: ttl.optional(),
  keyPolicy: z.enum(["OVERRIDE", "FAIL_IF_EXISTS"]).optional(),
  returnValue: z.enum(["PREVIOUS", "LATEST"]).optional(),
  returnMetadataFields: z.array(field).optional(),
  metadataFields: z.array(field).optional(),
});

export const keyed = z.object({
  key: z
    .string()
    .min(1)
    .max(limits.keyCharacters)
    .regex(/^[a-zA-Z0-9:._\s\-#]+$/, "A key holds letters, digits, and : . _ - # or white space."),
  entityName: z.string().optional(),
  options: options.optional(),
});
export const written = keyed.extend({
  value: z.unknown().superRefine((value, context) => {
    const problem = valueProblem(value);
    if (problem !== null) context.addIssue(problem);
  }),
});

export type Keyed = z.infer<typeof keyed>;
export type Written = z.infer<typeof written>;
export type Field = z.infer<typeof field>;

function valueProblem(value: unknown): string | null {
  if (value === undefined) return "A value is required.";
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > limits.valueBytes) return `The value takes ${bytes} bytes; at most ${limits.valueBytes} are kept.`;
  return depth(value) > limits.depth ? `The value is nested deeper than ${limits.depth} levels.` : null;
}

function depth(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
