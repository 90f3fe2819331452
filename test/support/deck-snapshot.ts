import { computeSnapshot } from "#app/adoption/compute-snapshot";
import type { SnapshotView } from "#contract/adoption";
import { drawnWorld } from "./usage-world";

/** Forty people of two waves after seven weeks, two of three at work on their own, half of them with tickets. */
export async function deckSnapshot(wave: string | null = null): Promise<SnapshotView> {
  const people = Array.from({ length: 40 }, (_, at) => ({
    wave: at % 2 === 0 ? "sales" : "service",
    department: "Inside",
    first: at % 3 === 0 ? null : 1 + (at % 12),
    left: null,
    tickets: at % 4 === 0 ? 3 : 0,
  }));
  const world = await drawnWorld(people, 50);
  return computeSnapshot(await world.input(wave));
}
