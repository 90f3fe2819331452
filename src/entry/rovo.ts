import { gates } from "#app/gates/gates";
import { planTable } from "#app/plan/plan-table";
import type { Outside } from "#app/ports";
import { Refusal } from "#app/refusal";
import { riskBoard } from "#app/risk/risk-board";
import { z } from "zod";
import { adoptionOutside } from "./adoption-outside";
import { outsideFor } from "./outside";

const asked = z.object({ plan: z.string() });
const caller = z.object({ principal: z.object({ accountId: z.string() }).optional() });

/** The read-only actions of the Rovo agent, each as the person who asks. */
export const readPlan = action(planTable);
export const readRisks = action(riskBoard);
export const readGates = action((request, outside) => gates(request, adoptionOutside(outside)));

function action<T>(run: (request: z.output<typeof asked>, outside: Outside) => Promise<T>) {
  return async (payload: unknown, context: unknown): Promise<T | { error: string }> => {
    const accountId = caller.parse(context).principal?.accountId;
    if (accountId === undefined) return { error: "Jira does not say who is asking." };
    try {
      return await run(asked.parse(payload), outsideFor({ accountId, space: null, issue: null }, 50));
    } catch (error) {
      if (error instanceof Refusal) return { error: `${error.message} ${error.mend}` };
      throw error;
    }
  };
}
