import { sayReason } from "#domain/adoption/say-reason";
import type { Verdict } from "#domain/adoption/verdict";
import type { SlideVerdict } from "./deck";

export function verdictOf(verdict: Verdict): SlideVerdict {
  return { colour: verdict.colour, reason: sayReason(verdict) };
}
