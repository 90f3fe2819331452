import { sayAge } from "#domain/calendar/say-age";
import type { Slide } from "./deck";

const hourMs = 3_600_000;

/** How old a number may be before its slide says so in so many words (M89). */
const oldHours = 24;

/** How old what was true at an instant is now. */
export function ageOf(then: number | null, now: number): Pick<Slide, "age" | "isOld"> {
  if (then === null) return { age: sayAge(null), isOld: false };
  const hours = Math.max(0, now - then) / hourMs;
  return { age: sayAge(hours), isOld: hours > oldHours };
}
