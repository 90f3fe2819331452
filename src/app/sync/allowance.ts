import type { Outside } from "../ports";
import { quotaSpent } from "./trouble";

/**
 * What the jobs of one site may spend in an hour. The app's pool of 65,000 points is shared by all the sites it is installed on, and one
 * of them must not use it up; a first apply of a thousand steps comes to about 2,600.
 */
export const pointsPerHour = 10_000;
const hourMs = 3_600_000;

export async function allowanceLeft(outside: Outside): Promise<{ readonly left: number; readonly perHour: number }> {
  const spent = await outside.runs.spent(hourOf(outside));
  return { left: Math.max(0, pointsPerHour - spent), perHour: pointsPerHour };
}

/** Writes down what this invocation has spent in this hour, and parks the job once the site's share is used up. */
export async function spend(spender: string, points: number, outside: Outside): Promise<void> {
  const hour = hourOf(outside);
  await outside.runs.spend({ hour, spender, points });
  if ((await outside.runs.spent(hour)) >= pointsPerHour) throw quotaSpent((hour + 1) * hourMs);
}

export function hourOf({ clock }: Pick<Outside, "clock">): number {
  return Math.floor(clock.now() / hourMs);
}
