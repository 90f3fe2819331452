import { privacy } from "@forge/api";
import { factsIn } from "#adapters/store/forge-facts";
import { logPeople } from "#adapters/store/log-people";
import { migrate } from "#adapters/store/migrate";
import { observationsIn } from "#adapters/store/observations";
import { storageIn } from "#adapters/store/storage";
import { preparedDatabase } from "#adapters/store/prepared";
import { runRecords } from "#adapters/store/run-records";
import { keepHouse } from "#app/adoption/keep-house";
import { reportPeople } from "#app/people/forget-people";
import { renewDueVerdict } from "#app/gates/gates";
import { listPlans } from "#app/plan/list-plans";
import { keepFunctionsFresh } from "#app/jql/keep-fresh";
import { escalateDue } from "#app/risk/escalate";
import { watchTriggers } from "#app/rollback/watch-triggers";
import { sweepAll, sweepHinted } from "#app/sync/hints";
import { joinAccounts, lookAround, readAllTeams } from "#app/work-items/look-around";
import type { PlanRef } from "#app/sync/run-ports";
import { Refusal } from "#app/refusal";
import { adoptionOutside } from "./adoption-outside";
import { itemsOutside } from "./items-outside";
import { loggingOutside } from "./logging-outside";
import { outsideForApp } from "./outside";

const done = { statusCode: 204 } as const;

/** Keeps snapshots and verdicts fresh, so that no gate stays open on evidence that has gone. */
export async function everyFiveMinutes(): Promise<typeof done> {
  const app = outsideForApp(240);
  const refs = await app.runs.plans();
  const plans = idsOf(refs);
  await sweepHinted(refs, app);
  await watchTriggers(loggingOutside(app));
  await lookAround(plans, itemsOutside(outsideForApp(120)));
  const outside = adoptionOutside(app);
  for (const plan of plans) {
    try {
      await renewDueVerdict({ plan }, outside);
    } catch (error) {
      // A plan whose work item is gone keeps its facts until retention; the others must not wait for it.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return done;
}

/** Right after an installation or an upgrade, so that the first page finds its tables. */
export async function prepare(): Promise<void> {
  await migrate();
}

/** Asks for the decisions that are due; a plan whose work item has gone must not keep the others waiting. */
export async function everyHour(): Promise<typeof done> {
  const app = outsideForApp(600);
  const refs = await app.runs.plans();
  await sweepAll(refs, app);
  await readAllTeams(idsOf(refs), itemsOutside(app));
  await keepFunctionsFresh(outsideForApp(120));
  const outside = loggingOutside(outsideForApp(240));
  for (const { id } of await listPlans({}, outside)) {
    try {
      await escalateDue(id, outside);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return done;
}

/** Runs are kept for as long as anybody may want to undo or explain one. */
const runDays = 400;

export async function everyDay(): Promise<typeof done> {
  // An upgrade has done this; where it was cut short, what a statement does not miss by itself, an index, is made good here.
  await migrate();
  const app = outsideForApp(600);
  await joinAccounts(idsOf(await app.runs.plans()), itemsOutside(app));
  await runRecords(preparedDatabase).forgetBefore(Date.now() - runDays * 86_400_000);
  await keepHouse({ ...adoptionOutside(outsideForApp(600)), storage: storageIn(preparedDatabase) });
  return done;
}

/** Atlassian's cycle for personal data: which accounts the app knows, and whose record must go. */
export async function everyWeek(): Promise<typeof done> {
  await reportPeople({
    records: [runRecords(preparedDatabase), observationsIn(preparedDatabase), logPeople(preparedDatabase)],
    facts: factsIn(preparedDatabase),
    report: (known) => privacy.reportPersonalData(known),
    now: Date.now(),
  });
  return done;
}

function idsOf(refs: readonly PlanRef[]): readonly string[] {
  return refs.map(({ plan }) => plan);
}
