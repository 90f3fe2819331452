import { factsIn } from "#adapters/store/forge-facts";
import { observationsIn } from "#adapters/store/observations";
import { planLog } from "#adapters/store/plan-log";
import { preparedDatabase } from "#adapters/store/prepared";
import { forgeSeals } from "#adapters/sources/seals";
import { forgeSources } from "#adapters/sources/forge-sources";
import { forgeVerdicts } from "#adapters/verdict/forge-verdicts";
import type { GatesOutside } from "#app/gates/gates-ports";
import { deliveryEvidence } from "#app/plan/delivery-evidence";
import { loadPlanHead } from "#app/plan/load-plan";
import type { Outside } from "#app/ports";
import { mayDo } from "#app/sync/may-write";
import { hiddenFrom, hiddenInField } from "#app/work-items/hidden-from";
import { itemSources } from "#app/work-items/kept-sources";

/** The ports of adoption and gates, on top of those that reach Jira. */
export function adoptionOutside(outside: Outside): GatesOutside {
  return {
    facts: factsIn(preparedDatabase),
    sources: forgeSources,
    seals: forgeSeals,
    verdicts: forgeVerdicts,
    loadPlan: (plan) => loadPlanHead(plan, outside),
    delivery: (loaded) => deliveryEvidence(loaded, outside),
    mustAdminister: ({ spaceId }) =>
      mayDo(outside.jira, { accountId: outside.who.accountId, spaceId }, ["ADMINISTER_PROJECTS"]),
    mustEdit: ({ spaceId }) => mayDo(outside.jira, { accountId: outside.who.accountId, spaceId }, ["EDIT_ISSUES"]),
    countedItems: {
      sources: (plan) => itemSources(plan, outside.settings),
      hiddenFrom: (plan) => hiddenFrom(plan, { ...outside, caller: outside.who.accountId }),
      hiddenInField: ({ plan, spaceId }) => hiddenInField(plan.id, spaceId, outside.settings),
    },
    observations: observationsIn(preparedDatabase),
    settings: outside.settings,
    findPerson: (name) => outside.jira.findPerson(name, outside.space?.key ?? ""),
    caller: outside.who.accountId,
    nameOf: (account) => outside.jira.nameOf(account),
    log: planLog(preparedDatabase),
    now: outside.clock.now(),
  };
}
