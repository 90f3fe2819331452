import { Refusal } from "#app/refusal";

/** What the command line answers instead: exit 1, what happened, and the mend. */
export function refuse(message: string, mend: string): Refusal {
  return new Refusal("bad_request", { message, mend });
}
