import { planSetup, roles, usualLinks } from "#domain/setup/plan-setup";
import type { LinkChoice, SetupPlan, TypeChoice } from "#domain/setup/plan-setup";
import type { Site } from "#domain/setup/site";
import { wantedLinks } from "#domain/setup/wanted";
import { Refusal } from "../refusal";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Outside, Space } from "../ports";
import { findMapping } from "../sync/space-mapping";
import { readSite } from "./read-site";

export interface SetupRequest {
  readonly space: string;
  readonly use: TypeChoice;
  readonly links?: LinkChoice;
}

export interface SetupReading {
  readonly space: Space;
  readonly site: Site;
  readonly plan: SetupPlan;
  /** Of an earlier set-up. */
  readonly before: SpaceMapping | null;
}

export async function readSetup(
  { space: ref, use, links = usualLinks }: SetupRequest,
  outside: Outside,
): Promise<SetupReading> {
  const space = await spaceOf(ref, outside);
  await mustAdminister(outside);
  const site = await readSite(outside.admin, space);
  const before = await findMapping(outside.settings, space.id);
  // What was chosen at an earlier set-up stays chosen until somebody chooses anew.
  const types = {
    plan: use.plan ?? before?.types.plan.id ?? null,
    step: use.step ?? before?.types.step.id ?? null,
    risk: use.risk ?? before?.types.risk.id ?? null,
    rollback: use.rollback ?? before?.types.rollback.id ?? null,
  };
  const linked = {
    after: links.after ?? before?.links.after ?? null,
    has: links.has ?? before?.links.has ?? null,
    threatens: links.threatens ?? before?.links.threatens ?? null,
    covers: links.covers ?? before?.links.covers ?? null,
  };
  const plan = planSetup(site, types, linked);
  refuseSharedLinks(plan);
  return { space, site, before, plan };
}

/** A link says by its type alone what it means, so one type cannot mean two things. */
function refuseSharedLinks({ links }: SetupPlan): void {
  const all = roles(links).map((role) => ({ role, name: links[role] ?? wantedLinks[role].name }));
  for (const { role, name } of all) {
    const other = all.find((one) => one.name === name && one.role !== role);
    if (other === undefined) continue;
    const means = `“${wantedLinks[role].outward}” and “${wantedLinks[other.role].outward}”`;
    throw new Refusal("bad_request", {
      message: `The link type “${name}” would stand for both ${means}; nobody could tell those links apart.`,
      mend: "Choose another link type for one of the two.",
    });
  }
}

export async function spaceOf(ref: string, outside: Outside): Promise<Space> {
  const space = await outside.jira.findSpace(ref);
  if (space !== null) return space;
  throw new Refusal("not_found", {
    message: `Jira shows you no space “${ref}”.`,
    mend: "Check the key, or ask for access to the space.",
  });
}

export async function mustAdminister(outside: Outside): Promise<void> {
  if (await outside.admin.mayAdminister()) return;
  throw new Refusal("not_allowed", {
    message: "Setting a space up changes the site's work types and fields; you lack the permission “Administer Jira”.",
    mend: "Ask a Jira administrator to run the set-up.",
  });
}
