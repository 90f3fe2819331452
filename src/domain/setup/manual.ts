import type { FoundFields } from "./find-fields";
import type { SetupPlan } from "./plan-setup";
import { roles } from "./plan-setup";
import type { Site } from "./site";
import { wantedTypes } from "./wanted";

export interface SetupLine {
  readonly what: string;
  readonly why: string;
}

/** What no app can do here and a person must. */
export function manualLines(found: {
  site: Site;
  types: SetupPlan["types"];
  fields: FoundFields;
}): readonly SetupLine[] {
  const { site, types } = found;
  return [...(site.space.managed === "team" ? teamLines(types) : []), ...levelLines(types)];
}

function teamLines(types: SetupPlan["types"]): readonly SetupLine[] {
  const missing = roles(wantedTypes).filter((role) => types[role] === null);
  return missing.map((role) => ({
    what: `In Space settings, Work types, add a work type called “${wantedTypes[role].name}”, then run this set-up again.`,
    why: "Jira lets no app add work types to a team-managed space.",
  }));
}

function levelLines(types: SetupPlan["types"]): readonly SetupLine[] {
  const plan = types.plan?.level ?? 0;
  return roles(wantedTypes).flatMap((role): readonly SetupLine[] => {
    const level = types[role]?.level ?? 0;
    if (role === "plan" || level >= 0 || plan === level + 1) return [];
    return [
      {
        what: `Choose a work type above sub-tasks for “${wantedTypes[role].name}”, or a standard one for “Plan”.`,
        why: "A sub-task must hang under a work item of the level right above it.",
      },
    ];
  });
}
