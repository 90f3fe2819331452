import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./chromium";
import { openPlannedSpace } from "./planned-space";
import type { PlannedSpace } from "./planned-space";

/** What the tests of one file walk through. */
export interface Journey {
  readonly space: PlannedSpace;
  readonly browser: Browser;
}

/** A space with a plan and a browser, there before the first test and gone after the last. */
export function openJourney(plan: string): Journey {
  const journey: Partial<{ space: PlannedSpace; browser: Browser }> = {};
  beforeAll(async () => {
    journey.space = await openPlannedSpace(plan);
    journey.browser = await launchChromium();
  }, 90_000);
  afterAll(async () => {
    await journey.browser?.close();
    await journey.space?.stop();
  });
  return {
    get space() {
      return there(journey.space);
    },
    get browser() {
      return there(journey.browser);
    },
  };
}

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("A journey begins in its tests.");
  return part;
}
