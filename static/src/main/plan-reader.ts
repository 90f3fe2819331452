import type { ReaderSays } from "../files/plan-file";
import { understandPlan } from "../files/understand-plan";
import type { ChosenPlan } from "../files/understand-plan";

const say = (said: ReaderSays): void => postMessage(said);

/** Reads plan files beside the page, so that a large one never holds it up. */
addEventListener("message", ({ data }: MessageEvent<ChosenPlan>) => {
  understandPlan(data, (doing) => say({ doing })).then(
    (reading) => say({ reading }),
    (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
