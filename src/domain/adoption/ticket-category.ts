/** What somebody asked a help desk for. */
export const asked = ["how-to", "access", "defect", "data"] as const;

/** What stands in a help desk's list and is nobody's asking: H4 leaves them out of every number, and counts them. */
export const setAside = ["duplicate", "spam", "monitoring"] as const;

/** In this order they are numbered in the queue, so a new one goes to the end. */
export const ticketCategories = [...asked, ...setAside] as const;

export type Asked = (typeof asked)[number];
export type TicketCategory = (typeof ticketCategories)[number];

/** Tickets by what was asked for; `unsaid` are those nobody put into a category. They add up to all tickets. */
export type TicketSplit = Readonly<Record<Asked | "unsaid", number>>;

export const splitNames = [...asked, "unsaid"] as const;

export const noTickets: TicketSplit = { "how-to": 0, access: 0, defect: 0, data: 0, unsaid: 0 };

export function isSetAside(category: string): boolean {
  return setAside.some((name) => name === category);
}

/** What is none of the words asked for was not said. */
export function askedIn(category: string): Asked | null {
  return asked.find((name) => name === category) ?? null;
}

/** Tickets by category into the split of those that count, and how many do not. */
export function splitOf(counts: Iterable<readonly [category: string, count: number]>): {
  readonly split: TicketSplit;
  readonly tickets: number;
  readonly setAside: number;
} {
  const split = { ...noTickets };
  let [tickets, aside] = [0, 0];
  for (const [category, count] of counts) {
    if (isSetAside(category)) aside += count;
    else {
      split[askedIn(category) ?? "unsaid"] += count;
      tickets += count;
    }
  }
  return { split, tickets, setAside: aside };
}

export function addSplits(one: TicketSplit, other: TicketSplit): TicketSplit {
  const sum = { ...one };
  for (const name of splitNames) sum[name] += other[name];
  return sum;
}
