import Resolver from "@forge/resolver";
import { forgeEventQueue } from "#adapters/queue/event-queue";
import { forgeDoor } from "#adapters/queue/forge-door";
import { uploadEvents } from "#app/events/upload-events";
import { adoption, gadget, gadgets } from "#app/adoption/adoption";
import { arithmetic } from "#app/adoption/arithmetic";
import { answerThreshold, observe } from "#app/adoption/observe";
import { nameCoach, tail } from "#app/adoption/tail";
import { storage } from "#app/adoption/storage";
import { erasePerson } from "#app/people/forget-people";
import { importPeople } from "#app/people/import-people";
import { decideVerdict, gates, voteGate, withdrawGate } from "#app/gates/gates";
import { tickChecklist } from "#app/gates/checklist";
import { commentSlide, deckComments } from "#app/deck/comments";
import { panel } from "#app/panel/panel";
import { setBaseline, undoBaseline } from "#app/plan/baseline";
import { writeFreeze } from "#app/plan/freezes";
import { keepTable, knownTables } from "#app/plan/known-tables";
import { namesOf } from "#app/plan/names-of";
import { listPlans } from "#app/plan/list-plans";
import { moveStep } from "#app/plan/move-step";
import { overview } from "#app/plan/overview";
import { planPage } from "#app/plan/plan-page";
import { planTable } from "#app/plan/plan-table";
import { planText } from "#app/plan/plan-text";
import { saveEdits } from "#app/plan/step-edits";
import { planDraft, saveDraft } from "#app/plan/text-draft";
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from "#app/plan/templates";
import type { Outside } from "#app/ports";
import { saveRiskViews } from "#app/risk/board-views";
import { criticalRisks } from "#app/risk/critical-risks";
import { riskBurndown } from "#app/risk/burndown";
import { decideHere } from "#app/risk/decide-here";
import { closeException, exceptions, noteException, takeException } from "#app/risk/exceptions";
import { moveRisk } from "#app/risk/move-risk";
import { raiseRisk } from "#app/risk/raise-risk";
import { retagRisk } from "#app/risk/retag-risk";
import { riskRegister } from "#app/risk/register";
import { editRisk } from "#app/risk/edit-risk";
import { attendees } from "#app/risk/attendees";
import { nextReview, nextReviewOf } from "#app/risk/next-review";
import { attendReview, closeReview, decideRisk, openReview, riskReview } from "#app/risk/reviews";
import { riskBoard } from "#app/risk/risk-board";
import { countReading, enterReading } from "#app/rollback/enter-reading";
import { rollbacks } from "#app/rollback/rollbacks";
import { abortRollback, announceAgain, noteLesson, startRollback, tickRunStep } from "#app/rollback/run-rollback";
import { health } from "#app/setup/health";
import { showMapping } from "#app/setup/show-mapping";
import { setupRemove } from "#app/setup/setup-remove";
import { listSpaces } from "#app/setup/list-spaces";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { createSource, listSources, removeSource, rotateSource } from "#app/sources/sources";
import { applySync } from "#app/sync/apply";
import { checkDrift, drift } from "#app/sync/drift";
import { exportHistory, syncHistory } from "#app/sync/history";
import { proposeSync } from "#app/sync/propose";
import { retryRun } from "#app/sync/retry";
import { running } from "#app/sync/running";
import { cancelRun, listRuns, showRun, undoRun } from "#app/sync/runs";
import { undoPreview } from "#app/sync/undo-preview";
import { findGroups, listTeams, setTeams } from "#app/people/teams";
import { importCustomers } from "#app/people/import-customers";
import { defineItems, listItemSources, lookNow, preview, removeItems } from "#app/work-items/item-sources";
import type { ItemsOutside } from "#app/work-items/work-item-ports";
import { requests } from "#contract/requests";
import type { Replies, RequestName } from "#contract/requests";
import type { z } from "zod";
import { adoptionOutside } from "./adoption-outside";
import { callerIn } from "./caller";
import { gateOf, implementedPart } from "./evidence";
import { handle } from "./handle";
import { outsideFor } from "./outside";
import { itemsOutside } from "./items-outside";
import { loggingOutside } from "./logging-outside";

/** A page waits no longer than this; Forge ends the call at 25 seconds. */
const secondsForPages = 20;

const definitions = new Resolver();

function define<N extends RequestName, S extends z.ZodType>(
  name: N,
  schema: S,
  run: (request: z.output<S>, outside: Outside) => Promise<Replies[N]>,
): void {
  definitions.define(name, ({ payload, context }) =>
    handle(schema, payload, (request) => run(request, outsideFor(callerIn(context), secondsForPages))),
  );
}

/** With the ports of what is counted from work items. */
function counting<R, T>(run: (request: R, outside: ItemsOutside) => Promise<T>) {
  return (request: R, outside: Outside): Promise<T> => run(request, itemsOutside(outside));
}

define("listPlans", requests.listPlans, listPlans);
define("overview", requests.overview, (request, outside) =>
  overview(request, outside, {
    implemented: implementedPart(outside),
    nextReview: (register) => nextReviewOf(register, loggingOutside(outside)),
  }),
);
define("planTable", requests.planTable, planTable);
define("planText", requests.planText, planText);
define("planPage", requests.planPage, planPage);
define("planDraft", requests.planDraft, planDraft);
define("saveDraft", requests.saveDraft, saveDraft);
define("saveEdits", requests.saveEdits, saveEdits);
define("moveStep", requests.moveStep, moveStep);
define("writeFreeze", requests.writeFreeze, writeFreeze);
define("setBaseline", requests.setBaseline, setBaseline);
define("undoBaseline", requests.undoBaseline, undoBaseline);
define("knownTables", requests.knownTables, knownTables);
define("keepTable", requests.keepTable, keepTable);
define("listTemplates", requests.listTemplates, listTemplates);
define("saveTemplate", requests.saveTemplate, (request, outside) => saveTemplate(request, loggingOutside(outside)));
define("renameTemplate", requests.renameTemplate, renameTemplate);
define("removeTemplate", requests.removeTemplate, removeTemplate);
define("propose", requests.propose, proposeSync);
define("apply", requests.apply, applySync);
define("run", requests.run, showRun);
define("listRuns", requests.listRuns, listRuns);
define("cancelRun", requests.cancelRun, cancelRun);
define("undoRun", requests.undoRun, undoRun);
define("undoPreview", requests.undoPreview, undoPreview);
define("retryRun", requests.retryRun, retryRun);
define("running", requests.running, running);
define("drift", requests.drift, drift);
define("checkDrift", requests.checkDrift, checkDrift);
define("syncHistory", requests.syncHistory, syncHistory);
define("exportHistory", requests.exportHistory, exportHistory);
define("panel", requests.panel, (request, outside) => panel(request, outside, gateOf(outside)));
define("rollbacks", requests.rollbacks, (request, outside) => rollbacks(request, loggingOutside(outside)));
define("enterReading", requests.enterReading, (request, outside) => enterReading(request, loggingOutside(outside)));
define("countReading", requests.countReading, (request, outside) => countReading(request, loggingOutside(outside)));
define("startRollback", requests.startRollback, (request, outside) => startRollback(request, loggingOutside(outside)));
define("tickRunStep", requests.tickRunStep, (request, outside) => tickRunStep(request, loggingOutside(outside)));
define("abortRollback", requests.abortRollback, (request, outside) => abortRollback(request, loggingOutside(outside)));
define("namesOf", requests.namesOf, namesOf);
define("noteLesson", requests.noteLesson, (request, outside) => noteLesson(request, loggingOutside(outside)));
define("announceAgain", requests.announceAgain, (request, outside) => announceAgain(request, loggingOutside(outside)));
define("riskBoard", requests.riskBoard, riskBoard);
define("retagRisk", requests.retagRisk, retagRisk);
define("moveRisk", requests.moveRisk, moveRisk);
define("criticalRisks", requests.criticalRisks, criticalRisks);
define("saveRiskViews", requests.saveRiskViews, saveRiskViews);
define("raiseRisk", requests.raiseRisk, raiseRisk);
define("riskRegister", requests.riskRegister, riskRegister);
define("riskBurndown", requests.riskBurndown, (request, outside) => riskBurndown(request, loggingOutside(outside)));
define("riskReview", requests.riskReview, (request, outside) => riskReview(request, loggingOutside(outside)));
define("attendees", requests.attendees, (request, outside) => attendees(request, loggingOutside(outside)));
define("nextReview", requests.nextReview, (request, outside) => nextReview(request, loggingOutside(outside)));
define("openReview", requests.openReview, (request, outside) => openReview(request, loggingOutside(outside)));
define("attendReview", requests.attendReview, (request, outside) => attendReview(request, loggingOutside(outside)));
define("decideRisk", requests.decideRisk, (request, outside) => decideRisk(request, loggingOutside(outside)));
define("editRisk", requests.editRisk, editRisk);
define("decideHere", requests.decideHere, (request, outside) => decideHere(request, loggingOutside(outside)));
define("closeReview", requests.closeReview, (request, outside) => closeReview(request, loggingOutside(outside)));
define("exceptions", requests.exceptions, (request, outside) => exceptions(request, loggingOutside(outside)));
define("noteException", requests.noteException, (request, outside) => noteException(request, loggingOutside(outside)));
define("takeException", requests.takeException, (request, outside) => takeException(request, loggingOutside(outside)));
define("closeException", requests.closeException, (request, outside) =>
  closeException(request, loggingOutside(outside)),
);
define("adoption", requests.adoption, (request, outside) => adoption(request, adoptionOutside(outside)));
define("arithmetic", requests.arithmetic, (request, outside) => arithmetic(request, adoptionOutside(outside)));
define("gadgets", requests.gadgets, (request, outside) => gadgets(request, adoptionOutside(outside)));
define("observe", requests.observe, (request, outside) => observe(request, adoptionOutside(outside)));
define("answerThreshold", requests.answerThreshold, (request, outside) =>
  answerThreshold(request, adoptionOutside(outside)),
);
define("tail", requests.tail, (request, outside) => tail(request, adoptionOutside(outside)));
define("nameCoach", requests.nameCoach, (request, outside) => nameCoach(request, adoptionOutside(outside)));
define("gadget", requests.gadget, (request, outside) => gadget(request, adoptionOutside(outside)));
define("deckComments", requests.deckComments, (request, outside) => deckComments(request, adoptionOutside(outside)));
define("commentSlide", requests.commentSlide, (request, outside) => commentSlide(request, adoptionOutside(outside)));
define("gates", requests.gates, (request, outside) => gates(request, adoptionOutside(outside)));
define("decideVerdict", requests.decideVerdict, (request, outside) => decideVerdict(request, adoptionOutside(outside)));
define("voteGate", requests.voteGate, (request, outside) => voteGate(request, adoptionOutside(outside)));
define("withdrawGate", requests.withdrawGate, (request, outside) => withdrawGate(request, adoptionOutside(outside)));
define("tickChecklist", requests.tickChecklist, tickChecklist);
define("ruleField", requests.ruleField, async (_, outside) => ({
  field: await adoptionOutside(outside).verdicts.field(),
}));
define("listSources", requests.listSources, (request, outside) => listSources(request, adoptionOutside(outside)));
define("createSource", requests.createSource, (request, outside) => createSource(request, adoptionOutside(outside)));
define("rotateSource", requests.rotateSource, (request, outside) => rotateSource(request, adoptionOutside(outside)));
define("removeSource", requests.removeSource, (request, outside) => removeSource(request, adoptionOutside(outside)));
define("importPeople", requests.importPeople, (request, outside) => importPeople(request, adoptionOutside(outside)));
define("erasePerson", requests.erasePerson, (request, outside) => erasePerson(request, adoptionOutside(outside)));
define("storage", requests.storage, (request, outside) => storage(request, adoptionOutside(outside)));
define("uploadEvents", requests.uploadEvents, (request, outside) =>
  uploadEvents(request, { ...adoptionOutside(outside), queue: forgeEventQueue, door: forgeDoor() }),
);
define("listItemSources", requests.listItemSources, counting(listItemSources));
define("previewItems", requests.previewItems, counting(preview));
define("defineItems", requests.defineItems, counting(defineItems));
define("lookNow", requests.lookNow, counting(lookNow));
define("removeItems", requests.removeItems, counting(removeItems));
define("listTeams", requests.listTeams, counting(listTeams));
define("findGroups", requests.findGroups, counting(findGroups));
define("setTeams", requests.setTeams, counting(setTeams));
define("importCustomers", requests.importCustomers, counting(importCustomers));
define("listSpaces", requests.listSpaces, listSpaces);
define("setupPreview", requests.setupPreview, setupPreview);
define("setupApply", requests.setupApply, setupApply);
define("setupRemove", requests.setupRemove, setupRemove);
define("health", requests.health, health);
define("mapping", requests.mapping, showMapping);

export const resolver = definitions.getDefinitions();
