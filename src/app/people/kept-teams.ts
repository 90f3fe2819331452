import { team } from "#contract/people";
import { z } from "zod";
import type { Settings } from "../ports";

const kept = team.extend({
  readAt: z.number().nullable(),
  people: z.number(),
  services: z.number(),
  refused: z.object({ message: z.string(), mend: z.string() }).nullable(),
});

/** A group as it was chosen, and what its last reading gave. */
export type KeptTeam = z.output<typeof kept>;

export async function keptTeams(plan: string, settings: Settings): Promise<readonly KeptTeam[]> {
  return z
    .array(kept)
    .catch([])
    .parse((await settings.read(keyOf(plan))) ?? []);
}

export async function keepTeams(plan: string, teams: readonly KeptTeam[], settings: Settings): Promise<void> {
  if (teams.length === 0) await settings.remove(keyOf(plan));
  else await settings.write(keyOf(plan), teams);
}

function keyOf(plan: string): string {
  return `teams:${plan}`;
}
