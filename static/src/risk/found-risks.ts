import type { Plan, Risk } from "#domain/plan/plan";
import { Refused } from "../bridge";

export interface FoundRisks {
  readonly risks: readonly Risk[];
  /** What of the register is left out, and why. */
  readonly left: readonly string[];
  readonly notes: readonly string[];
}

/** The open risks of a register that the plan does not hold yet, under ids that are free in it. */
export async function foundRisks(file: File, held: Plan): Promise<FoundRisks> {
  const { readRiskRegister } = await import("#formats/risk-register");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readRiskRegister({ name: file.name, bytes, format: null });
  if (read.kind === "refused") {
    const [first] = read.findings;
    throw new Refused({
      code: "plan_unreadable",
      message: first?.message ?? "This register cannot be read.",
      mend: first?.mend ?? "",
    });
  }
  const titles = new Set(held.risks.map(({ title }) => title.trim().toLowerCase()));
  const open = read.rows.filter(({ isClosed }) => !isClosed);
  const fresh = open.filter(({ risk }) => !titles.has(risk.title.trim().toLowerCase()));
  const taken = new Set([...held.risks, ...held.steps, ...held.rollbacks].map(({ id }) => id));
  const closed = read.rows.length - open.length;
  const known = open.length - fresh.length;
  return {
    risks: fresh.map(({ risk }) => ({ ...risk, id: freeId(risk.id, taken), threatens: [] })),
    left: [
      ...(closed === 0 ? [] : [`${closed} closed ones are left out.`]),
      ...(known === 0 ? [] : [`${known} are in the plan already.`]),
      ...(fresh.every(({ isTagged }) => isTagged) ? [] : ["Some name no side of delivery: they come as pre-delivery."]),
    ],
    notes: read.notes.map(({ message }) => message),
  };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
