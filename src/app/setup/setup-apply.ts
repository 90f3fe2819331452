import type { SetupView } from "#contract/setup";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { mappingKey } from "../sync/space-mapping";
import { carryOut } from "./carry-out";
import { readSetup } from "./read-setup";
import type { SetupRequest } from "./read-setup";
import { noteSpaces, spacesSetUp } from "./record";
import { setupView } from "./setup-view";

/** Carries a looked-at preview out. Run again, it finds nothing left to do. */
export async function setupApply(
  request: SetupRequest & { readonly hash: string },
  outside: Outside,
): Promise<SetupView> {
  const { space, site, plan } = await readSetup(request, outside);
  if (plan.hash !== request.hash) {
    throw new Refusal("stale", {
      message: "The site has changed since you looked at this preview.",
      mend: "Look at the new preview, then confirm it.",
    });
  }
  const { settings, admin } = outside;
  const mapping = await carryOut(plan, { admin, settings, space });
  if (mapping !== null) {
    await settings.write(mappingKey(space.id), mapping);
    await noteSpaces(settings, [...(await spacesSetUp(settings)), space.id]);
  }
  return setupView(space, site, plan);
}
