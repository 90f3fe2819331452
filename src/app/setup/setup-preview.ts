import type { SetupView } from "#contract/setup";
import type { Outside } from "../ports";
import { effectsOf } from "./effects";
import { readSetup } from "./read-setup";
import type { SetupReading, SetupRequest } from "./read-setup";
import { setupView } from "./setup-view";

/** What set-up would do in a space. Changes nothing. */
export async function setupPreview(request: SetupRequest, outside: Outside): Promise<SetupView> {
  return (await seeSetup(request, outside)).view;
}

export async function seeSetup(
  request: SetupRequest,
  outside: Outside,
): Promise<SetupReading & { readonly view: SetupView }> {
  const reading = await readSetup(request, outside);
  const { plan, before } = reading;
  const effects = before === null ? [] : await effectsOf(plan, before, outside);
  return { ...reading, view: setupView({ ...reading, effects }) };
}
