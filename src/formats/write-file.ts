import type { Plan } from "#domain/plan/plan";
import type { Format } from "./format";

/** The plan as the bytes of a file. What the format cannot hold is in `losses`, to be shown before. */
export async function writeFile(plan: Plan, format: Format): Promise<Uint8Array> {
  if (format === "xlsx") return (await import("./xlsx")).writeXlsx(plan);
  return new TextEncoder().encode(await writeText(plan, format));
}

async function writeText(plan: Plan, format: Exclude<Format, "xlsx">): Promise<string> {
  switch (format) {
    case "yaml":
      return (await import("./yaml")).writeYaml(plan);
    case "json":
      return (await import("./yaml")).writeJson(plan);
    case "csv":
      return (await import("./csv")).writeCsv(plan);
    case "markdown":
      return (await import("./markdown")).writeMarkdown(plan);
    case "mspdi":
      return (await import("./mspdi")).writeMspdi(plan);
  }
}
