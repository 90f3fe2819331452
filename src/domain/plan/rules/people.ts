import type { Remark, Rule } from "../finding";
import type { PlanOverview } from "../overview";
import { namingOf } from "../person";

export const peopleRules: readonly Rule[] = [
  { id: "plan-no-owner", keeps: "M61", level: "error", check: planOwner },
  { id: "owner-is-role", keeps: "M27", level: "warning", check: roleOwners },
  { id: "seat-empty", keeps: "M74", level: "warning", check: emptySeats },
  { id: "department-no-champion", keeps: "M74", level: "warning", check: championless },
  { id: "department-no-super-user", keeps: "M32", level: "hint", check: withoutSuperUser },
];

function planOwner({ plan }: PlanOverview): readonly Remark[] {
  if (plan.owner !== null && plan.owner.trim() !== "") return [];
  return [
    {
      item: null,
      field: "owner",
      message: "The plan has no implementation owner.",
      mend: "Name the person who may refuse the delivery certificate, on day one.",
    },
  ];
}

interface Owned {
  readonly item: string | null;
  readonly owner: string | null;
}

function roleOwners({ plan }: PlanOverview): readonly Remark[] {
  const owned: readonly Owned[] = [
    { item: null, owner: plan.owner },
    ...[...plan.steps, ...plan.risks, ...plan.rollbacks].map(({ id, owner }) => ({ item: id, owner })),
    ...plan.rollbacks.flatMap(({ id, runbook, communication }) =>
      [...runbook, ...communication].map(({ owner }) => ({ item: id, owner })),
    ),
    ...plan.kpis.map(({ id, owner }) => ({ item: id, owner })),
    ...Object.values(plan.seats).map((owner: string | null) => ({ item: null, owner })),
  ];
  return owned.flatMap(({ item, owner }) => {
    const naming = owner === null ? "account" : namingOf(owner);
    if (naming === "account" || naming === "name") return [];
    const what = naming === "role" ? "a role, not a person" : "more than one person";
    return [{ item, field: "owner", message: `"${owner}" is ${what}.`, mend: "Name one person, by e-mail." }];
  });
}

const seatNames = {
  sponsor: "executive sponsor",
  projectManager: "project manager",
  admin: "administrator of the new system",
};

function emptySeats({ plan }: PlanOverview): readonly Remark[] {
  return (["sponsor", "projectManager", "admin"] as const)
    .filter((seat) => plan.seats[seat] === null)
    .map((seat) => ({
      item: null,
      field: `seats.${seat}`,
      message: `Nobody holds the seat of the ${seatNames[seat]}.`,
      mend: "Name the person.",
    }));
}

function championless({ plan }: PlanOverview): readonly Remark[] {
  return departmentNames(plan)
    .filter((name) => !plan.departments.some((department) => department.name === name && department.champion !== null))
    .map((name) => ({
      item: name,
      field: "champion",
      message: `${name} has no champion.`,
      mend: "Name one respected person of the department.",
    }));
}

function withoutSuperUser({ plan }: PlanOverview): readonly Remark[] {
  return plan.departments
    .filter(({ superUsers }) => superUsers.length === 0)
    .map(({ name }) => ({
      item: name,
      field: "superUsers",
      message: `${name} has no super-user.`,
      mend: "Name at least one, with early access and a say on the go-live day.",
    }));
}

/** Departments as the register and the waves name them. */
export function departmentNames(plan: PlanOverview["plan"]): readonly string[] {
  return [
    ...new Set([...plan.departments.map(({ name }) => name), ...plan.waves.flatMap(({ departments }) => departments)]),
  ];
}
