import type { MetricView } from "#contract/adoption";
import type { GateLine } from "#contract/gates";
import { checklistLine } from "#domain/governance/gates";
import type { ChecklistItem, GateLine as DeliveryLine } from "#domain/governance/gates";
import type { Plan } from "#domain/plan/plan";

export interface About {
  readonly plan: Pick<Plan, "seats" | "owner">;
  /** What somebody is called whom the plan names by e-mail. */
  readonly nameOf: (written: string) => string;
}

type Seat = "sponsor" | "projectManager" | "admin" | "owner";

interface Mend {
  /** A seat of the plan, or words for whoever it is; empty where time alone mends it. */
  readonly who: string;
  readonly where: GateLine["where"];
}

const adoptionPage = { tab: "adoption", title: "Open Adoption" };
const settingsPage = { tab: "settings", title: "Open Settings" };
const planPage = { tab: "plan", title: "Open the plan" };

const deliveryMends: Readonly<Record<DeliveryLine["about"], Mend>> = {
  steps: { who: "the owners of the open steps", where: planPage },
  risks: { who: "projectManager", where: { tab: "risks", title: "Open the risks" } },
  rollback: { who: "projectManager", where: { tab: "rollback", title: "Open the rollbacks" } },
  owner: { who: "sponsor", where: planPage },
  checklist: { who: "", where: null },
};

/** G8. */
export function deliveryLine({ about, ...line }: DeliveryLine, who: About): GateLine {
  return { ...line, ...(line.met ? nobody : mendOf(deliveryMends[about], who)) };
}

/** What was agreed at kick-off to hold before the implementation is signed off. It opens the vote, not the workflow: that reads evidence. */
export function signOffLine(item: ChecklistItem): GateLine {
  const { about: _, ...line } = checklistLine(item);
  return { ...line, ...nobody };
}

/** G8: of a measured line the reason decides who can do something about it. */
export function adoptionLine({ metric, sentence, verdict }: MetricView, about: About): GateLine {
  if (verdict.colour === "GREEN") return { text: sentence, met: true, mend: null, item: null, ...nobody };
  // Too many tickets are mended like a curve that does not fall: by asking what they are about.
  const reason = metric === "hdr" && verdict.reason === "threshold" ? "trend" : verdict.reason;
  const { mend, ...rest } = adoptionMends[reason];
  return { text: sentence, met: false, mend, item: null, ...mendOf(rest, about) };
}

const nobody = { who: null, where: null };

const seatNames: Readonly<Record<Seat, string>> = {
  sponsor: "the sponsor",
  projectManager: "the project manager",
  admin: "the system's administrator",
  owner: "the implementation owner",
};

function mendOf({ who, where }: Mend, { plan, nameOf }: About): Pick<GateLine, "who" | "where"> {
  if (!isSeat(who)) return { who: who === "" ? null : who, where };
  const named = who === "owner" ? plan.owner : plan.seats[who];
  return { who: named === null ? seatNames[who] : `${nameOf(named)}, ${seatNames[who]}`, where };
}

function isSeat(who: string): who is Seat {
  return who in seatNames;
}

const adoptionMends = {
  threshold: {
    mend: "The departments below the line need help where they work: see Adoption, by department.",
    who: "owner",
    where: adoptionPage,
  },
  trend: {
    mend: "See which process the tickets are about; a job card or a retraining bends the curve.",
    who: "owner",
    where: adoptionPage,
  },
  "insufficient-n": { mend: "Wait until at least ten people have started.", who: "", where: adoptionPage },
  "insufficient-weeks": { mend: "Wait for four settled weeks.", who: "", where: adoptionPage },
  "stale-data": {
    mend: "The system that reports usage has fallen silent: see which under Settings.",
    who: "admin",
    where: settingsPage,
  },
  guard: {
    mend: "Too few of the people who started are at work in the new system for few tickets to mean anything.",
    who: "owner",
    where: adoptionPage,
  },
  undefined: { mend: "Nobody has been watched for that long yet: time alone mends it.", who: "", where: adoptionPage },
  "no-evidence": {
    mend: "It takes people who have gone live, and a system that reports what they do.",
    who: "admin",
    where: settingsPage,
  },
  "no-decision": {
    mend: "Whoever decided it says under Adoption what was given up for it.",
    who: "sponsor",
    where: adoptionPage,
  },
} as const;
