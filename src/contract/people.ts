import { z } from "zod";

/** A Jira group whose members are the people of a wave and a department. */
export const team = z.object({
  group: z.string().min(1).max(64),
  name: z.string().max(255),
  wave: z.string().trim().max(64),
  department: z.string().trim().max(80),
});

export type Team = z.infer<typeof team>;

export const findGroupsRequest = z.object({ plan: z.string(), like: z.string().max(255) });
/** The first group a person belongs to counts. */
export const keepTeamsRequest = z.object({ plan: z.string(), teams: z.array(team).max(50) });
export const peopleRequest = z.object({ plan: z.string(), csv: z.string().max(450_000) });
export const customersRequest = z.object({ plan: z.string(), csv: z.string().max(450_000) });

/** By the name under which systems report them: an address, an account or a number. */
export const erasePersonRequest = z.object({ plan: z.string(), person: z.string().trim().min(1).max(200) });

export interface FoundGroup {
  readonly id: string;
  readonly name: string;
}

export interface TeamView extends Team {
  readonly readAt: string | null;
  /** People counted by this group; null for one to four. */
  readonly people: number | null;
  readonly services: number;
  readonly refused: { readonly message: string; readonly mend: string } | null;
}

/** What became of a list: how many lines were taken, and which could not be. */
export interface ListView {
  readonly added: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}
