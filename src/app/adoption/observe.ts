import { sayDay } from "#domain/calendar/say-day";
import type { answerRequest, observeRequest } from "#contract/observations";
import type { ObservationKind } from "#domain/adoption/observation";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import type { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import { Refusal } from "../refusal";
import { isUnanswered } from "#domain/adoption/threshold-changes";
import { toOf } from "./threshold-views";
import { changesIn, noteDecision, readHistory } from "./thresholds-kept";

/** Reports of work beside the system are made by anybody who may see the plan, and carry no name: else nobody makes them. */
const nameless: readonly ObservationKind[] = ["shadow", "legacy"];

export async function observe(request: z.output<typeof observeRequest>, outside: AdoptionOutside): Promise<null> {
  const loaded = await outside.loadPlan(request.plan);
  const { kind, name, day, part, whole } = request;
  const isNameless = nameless.includes(kind);
  if (!isNameless) await outside.mustEdit(loaded);
  mustFit(loaded.plan, request, dayAt(outside.now, loaded.plan.zone));
  const by = isNameless ? "" : outside.caller;
  const id = outside.seals.newId();
  await outside.observations.note(loaded.plan.id, { id, kind, name, day, part, whole, at: outside.now, by });
  await outside.facts.dropSnapshots(loaded.plan.id);
  return null;
}

function mustFit(plan: Plan, { kind, name, day }: z.output<typeof observeRequest>, today: string): void {
  if (day > today) {
    throw new Refusal("bad_request", {
      message: `${sayDay(day)} has not come yet.`,
      mend: "Enter what was seen, on the day it was seen.",
    });
  }
  if (kind === "kpi" && !plan.kpis.some(({ id }) => id === name)) {
    throw new Refusal("bad_request", {
      message: `The plan has no KPI “${name}”.`,
      mend: "Reload the page: the plan has changed.",
    });
  }
}

/** M101: somebody answers for a bar that was lowered, under their own account. */
export async function answerThreshold(
  request: z.output<typeof answerRequest>,
  outside: AdoptionOutside,
): Promise<null> {
  const loaded = await outside.loadPlan(request.plan);
  await outside.mustEdit(loaded);
  const { metric, on, to, givenUp } = request;
  const changes = changesIn(await readHistory(loaded.plan.id, outside));
  const open = changes.find((each) => {
    return each.metric === metric && each.on === on && toOf(each) === to && isUnanswered(each);
  });
  if (open === undefined) {
    throw new Refusal("stale", {
      message: "That change is answered for already, was taken back, or became another one.",
      mend: "Reload the page.",
    });
  }
  await noteDecision(loaded.plan.id, { metric, on, to: open.to, by: outside.caller, givenUp }, outside);
  await outside.facts.dropSnapshots(loaded.plan.id);
  return null;
}
