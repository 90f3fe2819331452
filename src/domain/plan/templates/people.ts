import type { Plan } from "../plan";

/** The plan with everybody in it renamed, wherever a plan names people. Texts are left alone. */
export function mapPeople(plan: Plan, rename: (name: string) => string): Plan {
  const one = (name: string | null) => (name === null ? null : rename(name));
  const many = (names: readonly string[]) => names.map(rename);
  const owned = <T extends { readonly owner: string | null }>(item: T): T => ({ ...item, owner: one(item.owner) });
  const { sponsor, projectManager, admin } = plan.seats;
  return {
    ...plan,
    owner: one(plan.owner),
    steps: plan.steps.map(owned),
    risks: plan.risks.map(owned),
    rollbacks: plan.rollbacks.map((rollback) => ({
      ...owned(rollback),
      runbook: rollback.runbook.map(owned),
      communication: rollback.communication.map(owned),
    })),
    raci: plan.raci.map(({ task, accountable, responsible, consulted, informed }) => ({
      task,
      accountable: one(accountable),
      responsible: many(responsible),
      consulted: many(consulted),
      informed: many(informed),
    })),
    kpis: plan.kpis.map(owned),
    seats: { sponsor: one(sponsor), projectManager: one(projectManager), admin: one(admin) },
    departments: plan.departments.map((department) => ({
      ...department,
      champion: one(department.champion),
      superUsers: many(department.superUsers),
    })),
    communication: plan.communication.map(owned),
    dataSources: plan.dataSources.map(owned),
    deliverables: plan.deliverables.map(owned),
    mappings: plan.mappings.map((mapping) => ({ ...mapping, checkedBy: one(mapping.checkedBy) })),
    sections: plan.sections.map((section) => ({ ...owned(section), signedBy: one(section.signedBy) })),
    handoffs: plan.handoffs.map((handoff) => ({ ...handoff, acceptedBy: rename(handoff.acceptedBy) })),
  };
}

/** Everybody a plan names, in the order in which it names them. */
export function peopleIn(plan: Plan): readonly string[] {
  const found = new Set<string>();
  mapPeople(plan, (name) => {
    found.add(name);
    return name;
  });
  return [...found];
}
