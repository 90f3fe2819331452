import { blankPlan, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import type { Format } from "#formats/format";
import { readFile } from "#formats/read-file";
import { writeFile } from "#formats/write-file";
import type { Measured } from "./measured";
import { medianMs } from "./measured";

const formats: readonly Format[] = ["csv", "mspdi", "xlsx", "markdown", "yaml"];
const sizes = { small: 1_000, large: 10_000 };

/** A plan of ten thousand steps from each format, and what ten times the size costs. */
export async function run(): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  for (const format of formats) {
    const small = await readingMs(format, sizes.small);
    const large = await readingMs(format, sizes.large);
    const growth = large.ms / small.ms;
    found.push({
      measure: `${sizes.large} steps from ${format}, of ${sizes.small}`,
      value: `${growth.toFixed(1)} ×`,
      target: "≤ 13 ×",
      met: growth <= 13,
      detail: `${large.ms.toFixed(0)} ms for ${(large.bytes / 1024).toFixed(0)} KiB`,
    });
  }
  return found;
}

async function readingMs(format: Format, count: number): Promise<{ ms: number; bytes: number }> {
  const bytes = await writeFile(drawPlan(count), format);
  const read = async () => {
    const { kind } = await readFile({ name: "plan.x", bytes, format });
    if (kind === "refused") throw new Error(`${format} was refused`);
  };
  return { ms: await medianMs(read, 3), bytes: bytes.length };
}

/** Ten steps a group, each after the one before it and one of another group. */
function drawPlan(count: number): Plan {
  const steps = Array.from({ length: count }, (_, at) => ({
    ...blankStep(`s${at}`, `Load part ${at} of the customer records into the new system`),
    description: `Check the counts of part ${at} against the source, then sign them off.`,
    owner: `person${at % 40}@example.com`,
    start: at % 50 === 0 ? "2026-03-02" : null,
    duration: at % 10 === 0 ? null : "2d",
    parent: at % 10 === 0 ? null : `s${at - (at % 10)}`,
    after: at % 10 < 2 ? [] : [{ step: `s${at - 1}`, type: "FS" as const, lag: at % 3 === 0 ? "1d" : "0" }],
  }));
  return { ...blankPlan("p-1", "A long plan"), steps };
}
