import type { SetupView } from "#contract/setup";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { mappingKey } from "../sync/space-mapping";
import { carryOut } from "./carry-out";
import type { SetupRequest } from "./read-setup";
import { noteSpaces, spacesSetUp } from "./record";
import { seeSetup } from "./setup-preview";

/** Carries a looked-at preview out. Run again, it finds nothing left to do. */
export async function setupApply(
  request: SetupRequest & { readonly hash: string },
  outside: Outside,
): Promise<SetupView> {
  const { space, plan, view } = await seeSetup(request, outside);
  if (view.hash !== request.hash) {
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
  return view;
}
