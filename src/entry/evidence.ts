import { worstFirst } from "#app/adoption/gate-summary";
import { readSnapshot } from "#app/adoption/read-snapshot";
import type { LoadedPlan } from "#app/adoption-ports";
import type { Outside } from "#app/ports";
import type { ImplementedPart } from "#app/plan/overview";
import { gateVerdict } from "#domain/governance/gates";
import { adoptionOutside } from "./adoption-outside";

/** What the overview says of implementation, beside delivery: from the same snapshot as the gadget. */
export function implementedPart(outside: Outside): ImplementedPart {
  return async (loaded) => {
    const snapshot = await readSnapshot(loaded, null, adoptionOutside(outside));
    const { gateLines, outcomes, symptoms } = snapshot;
    const lines = worstFirst(gateLines).map(({ sentence, verdict }) => ({
      text: sentence,
      met: verdict.colour === "GREEN",
    }));
    const seen = symptoms.filter(({ seen }) => seen === "yes");
    return {
      verdict: gateVerdict(lines),
      lines: lines.map(({ text }) => text),
      symptoms: seen.map(({ title, sentence }) => ({ name: title, sentence })),
      outcomes,
    };
  };
}

export function gateOf(outside: Outside) {
  return async (loaded: LoadedPlan): Promise<{ open: boolean; sentence: string; unmet: readonly string[] }> => {
    const { gate, gateLines } = await readSnapshot(loaded, null, adoptionOutside(outside));
    const unmet = gateLines.filter(({ verdict }) => verdict.colour === "RED").map(({ sentence }) => sentence);
    return { open: gate.open, sentence: gate.sentence, unmet };
  };
}
