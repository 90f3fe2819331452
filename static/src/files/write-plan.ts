import type { Plan } from "#domain/plan/plan";
import type { Format } from "#formats/format";
import { losses } from "#formats/losses";
import { writeFile } from "#formats/write-file";

export interface WritablePlan {
  /** What a file of this format would leave out. */
  readonly losses: (format: Format) => readonly string[];
  readonly write: (format: Format) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The plan as Jira holds it now, ready to become a file of any format. */
export async function writablePlan(text: string): Promise<WritablePlan> {
  const { readPlan } = await import("#formats/yaml");
  const read = readPlan(text, "plan.yaml");
  if (read.kind === "refused") throw new Error(read.findings[0]?.message ?? "The plan cannot be read.");
  const plan: Plan = read.plan;
  return {
    losses: (format) => losses(plan, format),
    write: async (format) => new Uint8Array(await writeFile(plan, format)),
  };
}
