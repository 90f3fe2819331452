import { understandPlan } from "../files/understand-plan";
import type { ChosenPlan } from "../files/understand-plan";

/** Reads plan files beside the page, so that a large one never holds it up. */
addEventListener("message", ({ data }: MessageEvent<ChosenPlan>) => {
  understandPlan(data).then(
    (reading) => postMessage({ reading }),
    (error: unknown) => postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
