import { wilson } from "#domain/statistics/proportion";
import { rate } from "#domain/statistics/rate";
import { level } from "./help-desk";
import type { HelpDeskWeek } from "./help-desk";
import { percent } from "./sentence";
import { addSplits, asked, noTickets, splitNames } from "./ticket-category";
import type { Asked, TicketSplit } from "./ticket-category";

export interface AskedPart {
  readonly about: Asked | "unsaid";
  readonly tickets: number;
  /** Of all tickets of these weeks; null without any. */
  readonly share: number | null;
  /** Tickets for each active person and week. */
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What people asked for in the weeks the help-desk ratio is pooled from; the parts add up to its tickets. */
export interface AskedFor {
  readonly from: string;
  readonly to: string;
  readonly tickets: number;
  readonly personWeeks: number;
  readonly parts: readonly AskedPart[];
  /** Null where none clearly leads. */
  readonly leading: Asked | null;
  readonly sentence: string;
}

/** A share of fewer tickets than this is chance. */
const fewestTickets = 10;

/** H5: null where no week has settled. */
export function askedFor(weeks: readonly HelpDeskWeek[]): AskedFor | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const split = weeks.reduce<TicketSplit>((sum, week) => addSplits(sum, week.split), noTickets);
  const tickets = weeks.reduce((sum, week) => sum + week.tickets, 0);
  const personWeeks = weeks.reduce((sum, week) => sum + week.active, 0);
  const parts = splitNames.map((about): AskedPart => {
    const { rate: ratio, lower, upper } = rate(split[about], personWeeks, level);
    const share = tickets === 0 ? null : split[about] / tickets;
    return { about, tickets: split[about], share, ratio, lower, upper };
  });
  const leading = leadingOf(split, tickets);
  const sentence =
    leading === null ? undecided(tickets) : `${percent(split[leading] / tickets)} of the tickets ${todo[leading]}`;
  return { from: first.week, to: last.week, tickets, personWeeks, parts, leading, sentence };
}

/** H6: of all tickets, those nobody marked included, so that marking few of them proves nothing. */
function leadingOf(split: TicketSplit, tickets: number): Asked | null {
  if (tickets < fewestTickets) return null;
  return asked.find((about) => (wilson(split[about], tickets, level).lower ?? 0) > 0.5) ?? null;
}

const todo: Readonly<Record<Asked, string>> = {
  "how-to": "ask how something is done: train again, and lay job cards where the work is done.",
  access: "are about getting in, or to what somebody needs: mend accounts and permissions first.",
  defect: "report something that does not work: take it to the supplier, training mends none of it.",
  data: "are about wrong or missing data: look at what was migrated, and how.",
};

function undecided(tickets: number): string {
  if (tickets === 0) return "Nobody asked for anything in these weeks.";
  if (tickets < fewestTickets) return `Fewer than ${fewestTickets} tickets: too few to say what most people ask for.`;
  return "Nothing is asked for by clearly more than half, so no single remedy is claimed.";
}
