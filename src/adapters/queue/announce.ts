import { publishGlobal } from "@forge/realtime";
import type { Announce } from "#app/ports";

/**
 * A job runs away from any screen, so its word goes to all screens of the site, and holds nothing but that there is news. Pages that
 * hear it ask for the run as the person before them; where nothing is heard they ask every few seconds anyway.
 */
export const forgeAnnounce: Announce = async (run) => {
  try {
    await publishGlobal(`uptake-run-${run}`, { run });
  } catch {
    // A hint that is not delivered costs a page two seconds; it must never cost the job.
  }
};
