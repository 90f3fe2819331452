import { z } from "zod";
import { clopperPearson, wilson } from "#domain/statistics/proportion";
import { pooledRate, rate } from "#domain/statistics/rate";
import { rateRatio } from "#domain/statistics/rate-ratio";
import { trend } from "#domain/statistics/trend";
import { survivalReport } from "./survival-report";

const level = z.number().gt(0).lt(1).default(0.95);
const numbers = z.array(z.number());
const name = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What each kind of arithmetic reads; their JSON Schemas are the published ones. */
export const statsInputs = {
  survival: z.strictObject({
    time: numbers,
    status: numbers,
    group: z.array(name).optional(),
    entry: numbers.optional(),
    conf: z.enum(["log-log", "log", "plain"]).default("log-log"),
    level,
    at: z.union([numbers, z.number().transform((t) => [t])]).default([]),
    tau: z.number().nullable().default(null),
  }),
  trend: z.strictObject({
    y: z.array(z.number().nullable()),
    x: numbers.optional(),
    alternative: z.enum(["less", "greater", "two-sided"]).default("less"),
    level,
  }),
  rate: z.union([
    z.strictObject({ count: z.number(), exposure: z.number(), level }),
    z.strictObject({ count: numbers, exposure: numbers, level }),
  ]),
  "rate-ratio": z.strictObject({ x1: z.number(), t1: z.number(), x2: z.number(), t2: z.number(), level }),
  proportion: z.strictObject({
    x: z.number(),
    n: z.number(),
    method: z.enum(["wilson", "clopper-pearson"]).default("wilson"),
    level,
  }),
} as const;

/** `uptake stats KIND < input.json`: the arithmetic alone, so that any number on a screen can be worked out again. */
export function stats(args: string[], input: string): string {
  const kind = args[0] ?? "";
  switch (kind) {
    case "survival":
      return JSON.stringify(survivalReport(read(statsInputs.survival, input)));
    case "trend": {
      const { x, y, ...options } = read(statsInputs.trend, input);
      return JSON.stringify(trend({ x, y }, options));
    }
    case "rate":
      return JSON.stringify(rateOf(read(statsInputs.rate, input)));
    case "rate-ratio": {
      const { x1, t1, x2, t2, level } = read(statsInputs["rate-ratio"], input);
      return JSON.stringify(rateRatio({ count: x1, exposure: t1 }, { count: x2, exposure: t2 }, level));
    }
    case "proportion": {
      const { x, n, method, level } = read(statsInputs.proportion, input);
      return JSON.stringify(method === "wilson" ? wilson(x, n, level) : clopperPearson(x, n, level));
    }
    default:
      throw new RangeError(`Say which arithmetic: ${Object.keys(statsInputs).join(", ")}. "${kind}" is none of them.`);
  }
}

function rateOf(input: z.infer<typeof statsInputs.rate>) {
  const { count, exposure, level } = input;
  if (typeof count === "number" && typeof exposure === "number") return rate(count, exposure, level);
  const counts = [count].flat();
  const exposures = [exposure].flat();
  if (counts.length !== exposures.length) {
    throw new RangeError(`There are ${counts.length} counts but ${exposures.length} exposures.`);
  }
  return pooledRate(
    counts.map((count, week) => ({ count, exposure: exposures[week]! })),
    level,
  );
}

function read<T>(schema: z.ZodType<T>, input: string): T {
  const parsed = schema.safeParse(parseJson(input));
  if (parsed.success) return parsed.data;
  throw new RangeError(`The input cannot be read. ${z.prettifyError(parsed.error)}`);
}

function parseJson(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    throw new RangeError(`The input is not JSON. ${error instanceof Error ? error.message : ""}`, { cause: error });
  }
}
