import type { SetupView } from "#contract/setup";
import type { Outside } from "../ports";
import { effectsOf } from "./effects";
import { readSetup } from "./read-setup";
import type { SetupRequest } from "./read-setup";
import { setupView } from "./setup-view";

/** What set-up would do in a space. Changes nothing. */
export async function setupPreview(request: SetupRequest, outside: Outside): Promise<SetupView> {
  const { space, site, plan, before } = await readSetup(request, outside);
  const effects = before === null ? [] : await effectsOf(plan, before, outside);
  return { ...setupView(space, site, plan), effects };
}
