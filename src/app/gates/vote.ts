import type { GateLine, VoterView, VoteView, voteRequest, withdrawRequest } from "#contract/gates";
import { standingOf } from "#domain/governance/votes";
import type { GateEvent, GateName } from "#domain/governance/votes";
import { z } from "zod";
import type { LoadedPlan } from "../adoption-ports";
import { Refusal } from "../refusal";
import type { GatesOutside } from "./gates-ports";
import { votersOf } from "./voters";
import type { Voter } from "./voters";

const said = { gate: z.enum(["delivery", "implementation"]), by: z.string(), why: z.string() };

const body = z.discriminatedUnion("kind", [
  z.object({
    ...said,
    kind: z.literal("vote"),
    choice: z.enum(["yes", "no"]),
    voters: z.array(z.string()),
    snapshot: z.string().nullable(),
  }),
  z.object({ ...said, kind: z.literal("withdrawn") }),
]);

export interface Table {
  readonly log: readonly GateEvent[];
  readonly voters: readonly Voter[];
  readonly names: ReadonlyMap<string, string>;
}

/** Who votes on the gates of a plan, and what has been said so far. */
export async function tableOf(loaded: LoadedPlan, outside: GatesOutside): Promise<Table> {
  const [entries, voters] = await Promise.all([
    outside.log.read(refOf(loaded), ["gate"]),
    votersOf(loaded.plan, outside.findPerson),
  ]);
  const log = entries.map(({ at, body: kept }): GateEvent => ({ ...body.parse(kept), at }));
  const accounts = [...new Set([...log.map(({ by }) => by), ...voters.flatMap(({ account }) => account ?? [])])];
  const names = await Promise.all(accounts.map(async (each) => [each, await outside.nameOf(each)] as const));
  return { log, voters, names: new Map(names) };
}

export function voteView(
  { log, voters, names }: Table,
  asked: { readonly gate: GateName; readonly lines: readonly GateLine[]; readonly caller: string },
): VoteView {
  const { gate, lines, caller } = asked;
  const { votes, decision } = standingOf(log, gate);
  const isVoter = voters.some(({ account }) => account === caller);
  const isMet = lines.length > 0 && lines.every(({ met }) => met);
  return {
    voters: voters.map(({ seat, name, account }): VoterView => {
      const vote = account === null ? undefined : votes.get(account);
      const known = account === null ? {} : { name: names.get(account) ?? name };
      const isYou = account === caller;
      return {
        seat,
        name,
        isKnown: account !== null,
        isYou,
        choice: vote?.choice ?? null,
        why: vote?.why ?? "",
        ...known,
      };
    }),
    yours: decision !== null ? "decided" : !isMet ? "lines-unmet" : isVoter ? "open" : "not-a-voter",
    decision: decision === null ? null : { at: spell(decision.at), snapshot: decision.snapshot },
    record: log
      .filter((event) => event.gate === gate)
      .toSorted((a, b) => b.at - a.at)
      .map((event) => ({
        at: spell(event.at),
        by: names.get(event.by) ?? "somebody",
        said: event.kind === "vote" ? event.choice : event.kind,
        why: event.why,
      })),
  };
}

export interface Ballot {
  readonly loaded: LoadedPlan;
  readonly table: Table;
  readonly view: VoteView;
  /** Of the numbers the lines were read from; null where the gate reads none. */
  readonly snapshot: string | null;
}

/** G5: taken only from whom the plan names, while every line is met. */
export async function castVote(
  { gate, choice, why }: z.output<typeof voteRequest>,
  { loaded, table, view, snapshot }: Ballot,
  outside: GatesOutside,
): Promise<void> {
  if (view.yours !== "open") throw notNow(view.yours);
  if (choice === "no" && why.length < 10) {
    throw new Refusal("bad_request", {
      message: "A no has no reason yet.",
      mend: "Say in a sentence what is missing.",
    });
  }
  const voters = table.voters.map(({ account, name }) => account ?? name);
  await append(loaded, { kind: "vote", gate, by: outside.caller, choice, why, voters, snapshot }, outside);
}

/** G7: by a voter, with a reason; the decision it takes back stays in the record. */
export async function takeBack(
  { gate, why }: z.output<typeof withdrawRequest>,
  { loaded, table, view }: Ballot,
  outside: GatesOutside,
): Promise<void> {
  if (!table.voters.some(({ account }) => account === outside.caller)) throw notNow("not-a-voter");
  if (view.decision === null) {
    throw new Refusal("stale", {
      message: "There is no decision to take back.",
      mend: "Reload the page: somebody was faster.",
    });
  }
  await append(loaded, { kind: "withdrawn", gate, by: outside.caller, why }, outside);
}

async function append(loaded: LoadedPlan, fact: z.output<typeof body>, outside: GatesOutside): Promise<void> {
  await outside.log.append(refOf(loaded), "gate", [{ id: outside.seals.newId(), at: outside.now, body: fact }]);
}

const reasons = {
  "not-a-voter": {
    message: "The plan does not name you to decide this.",
    mend: "Ask its sponsor, project manager or implementation owner, or name yourself in the plan.",
  },
  "lines-unmet": {
    message: "Not every line of this gate is met.",
    mend: "Mend what is listed; the vote opens by itself when the last line is met.",
  },
  decided: {
    message: "This gate is decided, and a record is not changed.",
    mend: "Take the decision back, with a reason, to vote anew.",
  },
} as const;

function notNow(yours: keyof typeof reasons): Refusal {
  return new Refusal(yours === "not-a-voter" ? "not_allowed" : "stale", reasons[yours]);
}

function refOf({ plan, spaceId }: LoadedPlan): { readonly space: string; readonly plan: string } {
  return { space: spaceId, plan: plan.id };
}

function spell(instant: number): string {
  return new Date(instant).toISOString();
}
