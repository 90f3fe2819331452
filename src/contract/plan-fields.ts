/** The small words of a plan file. Each takes what people write and gives what the plan holds; the error text is the mend. */
import { z } from "zod";
import { findDuration, findLag } from "#domain/calendar/duration";
import { patterns } from "./file-patterns";
import type { Anchored } from "#domain/plan/plan";
import { longestText } from "#domain/sync/sayable";

const longest = { text: longestText, name: 200 };

export const text = z
  .union([z.string(), z.number(), z.boolean()], { error: "Write text here." })
  .transform(String)
  .pipe(z.string().max(longest.text, `Keep it under ${longest.text} characters.`));

export const title = z
  .union([z.string().meta({ pattern: patterns.said }), z.number(), z.boolean()], { error: "Write text here." })
  .transform(String)
  .pipe(z.string().max(longest.text, `Keep it under ${longest.text} characters.`).regex(/\S/, "Give it a title."));

/** Ids stand in predecessor lists and file names, so they hold no blanks and no separators. */
export const id = z
  .union([z.string().meta({ pattern: patterns.id }), z.number()], {
    error: "Give it an id: letters, digits, dot, dash or underscore.",
  })
  .transform(String)
  .pipe(
    z
      .string()
      .max(longest.name, "Shorten the id.")
      .regex(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u, "Use only letters, digits, dot, dash and underscore in an id."),
  );

/** A number that a tool wrote as text. */
export const numeric = z
  .string()
  .regex(/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i)
  .transform(Number);

export const number = z.union([z.number(), numeric], { error: "Write a number, without its unit." });

/** The bounds as the published schema says them; whoever uses it checks them with words of its own. */
export function numberWithin(minimum: number, maximum: number) {
  return z.union([z.number().meta({ minimum, maximum }), numeric], { error: "Write a number, without its unit." });
}

export const flag = z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")], {
  error: "Write true or false.",
});

export const day = z.iso.date({ error: "Write a real day as 2026-03-02." });

export const dayOrMinute = z.union([day, z.iso.datetime({ local: true, precision: -1 })], {
  error: "Write a real day as 2026-03-02, or a minute of it as 2026-03-02T13:00.",
});

export const duration = z
  .string({ error: "Write a duration as 2d, 4h, 30m or 2ed (elapsed)." })
  .refine(
    (words) => findDuration(words) !== null && !/^\s*[-+−]/.test(words),
    "Write a duration as 2d, 4h, 30m or 2ed (elapsed).",
  )
  .meta({ pattern: patterns.duration });

export const offset = z
  .union([z.string().meta({ pattern: patterns.offset }), z.literal(0).transform(String)], {
    error: "Write an offset as -10d or 2w.",
  })
  .refine((words) => findDuration(words) !== null, "Write an offset as -10d or 2w.");

export const lag = z
  .union([z.string().meta({ pattern: patterns.lag }), z.literal(0).transform(String)], {
    error: "Write a lag as 2d, -1d, 2ed or 50%.",
  })
  .refine((words) => findLag(words) !== null, "Write a lag as 2d, -1d, 2ed or 50%.");

/** `{ golive: -10d }` */
const anchoredFile = z
  .record(id, offset)
  .meta({ minProperties: 1, maxProperties: 1 })
  .refine((record) => Object.keys(record).length === 1, "Name one anchor, as in { golive: -10d }.")
  .transform((record): Anchored => {
    const [anchor = "", offset = "0"] = Object.entries(record)[0] ?? [];
    return { anchor, offset };
  });

export const anchored = orNull(anchoredFile);

export const when = orNull(
  z.union([dayOrMinute, anchoredFile], { error: "Write a day as 2026-03-02 or an anchor as { golive: -10d }." }),
);

export const texts = z
  .union([z.array(text), text.transform((one) => [one])], { error: "Write a list of texts." })
  .nullish()
  .transform((list) => list ?? []);

export const ids = z
  .union([z.array(id), id.transform((one) => [one])], { error: "Write a list of ids." })
  .nullish()
  .transform((list) => list ?? []);

export const prose = text.nullish().transform((value) => value ?? "");

export function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value): z.output<T> | null => value ?? null);
}

export function listOf<T extends z.ZodType>(schema: T) {
  return z
    .array(schema, { error: "Write a list here." })
    .nullish()
    .transform((list): readonly z.output<T>[] => list ?? []);
}

/** What a file need not say: a reader finds the same plan without it. */
export function lean(entries: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

export function writeWhen(moment: string | Anchored | null): unknown {
  return moment === null || typeof moment === "string" ? moment : { [moment.anchor]: moment.offset };
}
