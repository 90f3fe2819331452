import type { SetupView, SpaceView } from "#contract/setup";
import { planSetup } from "#domain/setup/plan-setup";
import type { SetupPlan, TypeChoice } from "#domain/setup/plan-setup";
import type { Site } from "#domain/setup/site";
import { Refusal } from "../refusal";
import type { Outside, Space } from "../ports";
import { findMapping, mappingKey } from "../sync/space-mapping";
import { carryOut } from "./carry-out";
import { noteSpaces, spacesSetUp } from "./record";
import { readSite } from "./read-site";
import { setupView } from "./setup-view";

export interface SetupRequest {
  readonly space: string;
  readonly use: TypeChoice;
}

/** What set-up would do in a space. Changes nothing. */
export async function setupPreview(request: SetupRequest, outside: Outside): Promise<SetupView> {
  const { space, site, plan } = await read(request, outside);
  return setupView(space, site, plan);
}

export async function setupApply(
  request: SetupRequest & { readonly hash: string },
  outside: Outside,
): Promise<SetupView> {
  const { space, site, plan } = await read(request, outside);
  if (plan.hash !== request.hash) {
    throw new Refusal("stale", {
      message: "The site has changed since you looked at this preview.",
      mend: "Look at the new preview, then confirm it.",
    });
  }
  const mapping = await carryOut(plan, { admin: outside.admin, settings: outside.settings, space });
  if (mapping !== null) {
    await outside.settings.write(mappingKey(space.id), mapping);
    await noteSpaces(outside.settings, [...(await spacesSetUp(outside.settings)), space.id]);
  }
  return setupView(space, site, plan);
}

export async function listSpaces(_: object, outside: Outside): Promise<readonly SpaceView[]> {
  const spaces = await outside.jira.spaces();
  return Promise.all(
    spaces.map(async (space) => ({ ...space, ready: (await findMapping(outside.settings, space.id)) !== null })),
  );
}

interface Read {
  readonly space: Space;
  readonly site: Site;
  readonly plan: SetupPlan;
}

async function read({ space: ref, use }: SetupRequest, outside: Outside): Promise<Read> {
  const space = await spaceOf(ref, outside);
  await mustAdminister(outside);
  const site = await readSite(outside.admin, space);
  const stored = await findMapping(outside.settings, space.id);
  const before = stored?.types;
  // What was chosen at an earlier set-up stays chosen until somebody chooses anew.
  const chosen = {
    plan: use.plan ?? before?.plan.id ?? null,
    step: use.step ?? before?.step.id ?? null,
    risk: use.risk ?? before?.risk.id ?? null,
    rollback: use.rollback ?? before?.rollback.id ?? null,
  };
  return { space, site, plan: planSetup(site, chosen) };
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
