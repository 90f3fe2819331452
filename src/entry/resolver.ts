import Resolver from "@forge/resolver";
import { adoption, gadget } from "#app/adoption/adoption";
import { importPeople } from "#app/adoption/import-people";
import { decideVerdict, gates } from "#app/gates/gates";
import { panel } from "#app/panel/panel";
import { listPlans } from "#app/plan/list-plans";
import { overview } from "#app/plan/overview";
import { planTable } from "#app/plan/plan-table";
import { planText } from "#app/plan/plan-text";
import type { Outside } from "#app/ports";
import { moveRisk } from "#app/risk/move-risk";
import { retagRisk } from "#app/risk/retag-risk";
import { riskBoard } from "#app/risk/risk-board";
import { health } from "#app/setup/health";
import { listSpaces } from "#app/setup/list-spaces";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { setupRemove } from "#app/setup/setup-remove";
import { createSource, listSources, removeSource, rotateSource } from "#app/sources/sources";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { cancelRun, listRuns, showRun, undoRun } from "#app/sync/runs";
import { requests } from "#contract/requests";
import type { Replies, RequestName } from "#contract/requests";
import type { z } from "zod";
import { adoptionOutside } from "./adoption-outside";
import { callerIn } from "./caller";
import { gateOf, implementedPart } from "./evidence";
import { handle } from "./handle";
import { outsideFor } from "./outside";

/** A page waits no longer than this; Forge ends the call at 25 seconds. */
const secondsForPages = 20;

type Answers = {
  readonly [N in RequestName]: (request: z.output<(typeof requests)[N]>, outside: Outside) => Promise<Replies[N]>;
};

const answers: Answers = {
  listPlans,
  overview: (request, outside) => overview(request, outside, implementedPart(outside)),
  planTable,
  planText,
  propose: proposeSync,
  apply: applySync,
  run: showRun,
  listRuns,
  cancelRun,
  undoRun,
  panel: (request, outside) => panel(request, outside, gateOf(outside)),
  riskBoard,
  retagRisk,
  moveRisk,
  adoption: (request, outside) => adoption(request, adoptionOutside(outside)),
  gadget: (request, outside) => gadget(request, adoptionOutside(outside)),
  gates: (request, outside) => gates(request, adoptionOutside(outside)),
  decideVerdict: (request, outside) => decideVerdict(request, adoptionOutside(outside)),
  ruleField: async (_, outside) => ({ field: await adoptionOutside(outside).verdicts.field() }),
  listSources: (request, outside) => listSources(request, adoptionOutside(outside)),
  createSource: (request, outside) => createSource(request, adoptionOutside(outside)),
  rotateSource: (request, outside) => rotateSource(request, adoptionOutside(outside)),
  removeSource: (request, outside) => removeSource(request, adoptionOutside(outside)),
  importPeople: (request, outside) => importPeople(request, adoptionOutside(outside)),
  listSpaces,
  setupPreview,
  setupApply,
  setupRemove,
  health,
};

const definitions = new Resolver();
for (const name of Object.keys(answers) as RequestName[]) define(name);

function define<N extends RequestName>(name: N): void {
  const schema: z.ZodType<z.output<(typeof requests)[N]>> = requests[name];
  definitions.define(name, ({ payload, context }) =>
    handle(schema, payload, (request) => answers[name](request, outsideFor(callerIn(context), secondsForPages))),
  );
}

export const resolver = definitions.getDefinitions();
