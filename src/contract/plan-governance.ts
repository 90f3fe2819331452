import { z } from "zod";
import type { AdoptionClock, Gate, Kpi, Threshold, Wave } from "#domain/plan/plan";
import type { RaciRow } from "#domain/plan/raci-row";
import { day, duration, id, lean, listOf, number, orNull, prose, text, texts, title } from "./plan-fields";
import { comparison } from "./plan-step";

export const raciRow = z
  .strictObject({ task: title, accountable: orNull(text), responsible: texts, consulted: texts, informed: texts })
  .transform((read): RaciRow => read);

export const wave = z
  .strictObject({ id, title: prose, golive: orNull(day), departments: texts })
  .transform((read): Wave => read);

export const threshold = z
  .strictObject({
    metric: z.enum(["ttft", "hdr", "trend", "concentration", "adoption-rate"], {
      error: "Attendance and the like cannot open a gate; use ttft, hdr, trend, concentration or adoption-rate.",
    }),
    at: orNull(duration),
    op: comparison,
    value: number,
    rule: z.enum(["point", "confident"], { error: "Write point or confident." }).default("confident"),
    bound: orNull(number),
  })
  .transform((read): Threshold => read);

const clock = z
  .strictObject({
    start: z
      .enum(["go-live", "training-end", "first-login"], { error: "Write go-live, training-end or first-login." })
      .default("go-live"),
    unit: z.enum(["elapsed", "working"], { error: "Write elapsed or working." }).default("elapsed"),
  })
  .transform((read): AdoptionClock => read);

const gate = z
  .strictObject({ clock: orNull(clock), thresholds: listOf(threshold), checklist: texts })
  .transform((read): Gate => read);

const shut: Gate = { clock: null, thresholds: [], checklist: [] };

export const gates = z
  .strictObject({ delivery: orNull(gate), implementation: orNull(gate) })
  .nullish()
  .transform((read) => ({ delivery: read?.delivery ?? shut, implementation: read?.implementation ?? shut }));

export const kpi = z
  .strictObject({
    id,
    milestone: title,
    title,
    unit: prose,
    better: z.enum(["lower", "higher"], { error: "Write lower or higher." }),
    baseline: orNull(number),
    planned: listOf(z.strictObject({ on: day, value: number })),
    owner: orNull(text),
  })
  .transform((read): Kpi => read);

export function writeGates(gates: { delivery: Gate; implementation: Gate }): Record<string, unknown> {
  const written = Object.entries(gates).map(([name, gate]) => [name, writeGate(gate)] as const);
  return Object.fromEntries(written.filter(([, gate]) => Object.keys(gate).length > 0));
}

function writeGate(gate: Gate): Record<string, unknown> {
  return lean({ clock: gate.clock, thresholds: gate.thresholds.map(lean), checklist: gate.checklist });
}
