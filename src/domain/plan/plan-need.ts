/** What "Do you need this plan?" asks (M15). */
export interface Undertaking {
  /** How many people do the work. */
  readonly people: number;
  /** How many things are delivered in the end. */
  readonly deliverables: number;
  /** How often something goes live: several times a day, now and then, or once. */
  readonly deploys: "many-a-day" | "now-and-then" | "once";
  /** A release that breaks what others rely on. */
  readonly breaking: boolean;
  /** Whether anybody outside the team has to work differently afterwards. */
  readonly changesHowOthersWork: boolean;
  readonly touchesLiveSystems: boolean;
}

export interface Advice {
  readonly need: "full-plan" | "light-checklist" | "none";
  readonly reason: string;
  /** The template to start from; null where nothing is needed. */
  readonly template: string | null;
}

/** Smallest team for which a list on the board is no longer enough. */
const smallTeam = 3;

/**
 * Row by row, the first that fits: a breaking release or people who must work differently need the whole plan however small the team;
 * many deploys a day live on checklists and flags; one person with one result, or a small team changing its backlog, need none.
 */
export function adviseOnPlan(about: Undertaking): Advice {
  const { people, deliverables, deploys, breaking, changesHowOthersWork, touchesLiveSystems } = about;
  if (breaking) {
    return full("A breaking release needs dates, a way back and people who know.", "software-deployment");
  }
  if (deploys === "many-a-day") {
    return light("Many deploys a day are carried by a checklist and feature flags, not by a plan each.");
  }
  if (changesHowOthersWork && people > 1) {
    const template = touchesLiveSystems ? "crm-roadmap" : "process-change";
    return full("Others have to work differently, and that is the part that fails without a plan.", template);
  }
  if (people <= 1 && deliverables <= 1) {
    return changesHowOthersWork || touchesLiveSystems
      ? light("One person, one result, but others notice: a checklist is enough.")
      : none("One person with one result can keep it in a work item.");
  }
  if (people <= smallTeam) {
    return touchesLiveSystems
      ? light("A small change to a live system: a checklist with a way back is enough.")
      : none("A change to the backlog of a small team is what the board is for.");
  }
  return full("Several people, several results: who waits for whom should be written down.", "vendor-implementation");
}

function full(reason: string, template: string): Advice {
  return { need: "full-plan", reason, template };
}

function light(reason: string): Advice {
  return { need: "light-checklist", reason, template: "light-checklist" };
}

function none(reason: string): Advice {
  return { need: "none", reason, template: null };
}
