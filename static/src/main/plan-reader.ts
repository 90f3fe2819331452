import { understandPlan } from "../screens/understand-plan";
import type { ChosenPlan } from "../screens/understand-plan";

/** Reads plan files beside the page, so that a large one never holds it up. */
addEventListener("message", ({ data }: MessageEvent<ChosenPlan>) => {
  understandPlan(data).then(
    (reading) => postMessage({ reading }),
    (error: unknown) => postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
