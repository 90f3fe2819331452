import type { MetricView } from "#contract/adoption";
import type { GadgetView } from "#contract/gadget";

/** What a card says where less is asked than was before; the gate is made easier by whichever of its thresholds was. */
export function easierOf({ metric }: MetricView, { easier, gate }: GadgetView): readonly string[] {
  if (metric !== "gate") return easier.filter((each) => each.metric === metric).map(({ sentence }) => sentence);
  // The sentence of a gate that may open says so itself.
  if (easier.length === 0 || gate.open) return [];
  return [
    `${easier.length === 1 ? "1 threshold was" : `${String(easier.length)} thresholds were`} made easier after kick-off.`,
  ];
}
