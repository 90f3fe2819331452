import { z } from "zod";
import { planFileVersion } from "./plan-file";

export type Upgraded = { kind: "current"; document: unknown } | { kind: "unknown"; version: number | null };

/** Each takes a document of its version to the next. A version stays readable for as long as its upgrade stands here. */
export type Upgrades = Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>>;

const upgrades: Upgrades = {};

const versioned = z.looseObject({ uptake: z.int().nonnegative() });

export function upgrade(document: unknown, known: Upgrades = upgrades): Upgraded {
  const read = versioned.safeParse(document);
  if (!read.success) return { kind: "unknown", version: null };
  const { uptake } = read.data;
  if (uptake === planFileVersion) return { kind: "current", document };
  const step = known[uptake];
  return step ? upgrade(step(read.data), known) : { kind: "unknown", version: uptake };
}
