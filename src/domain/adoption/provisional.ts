const day = 86_400_000;

/** Tickets for a week still come in for so long after its end. */
const lateDays = 3;

/** H2: a week settles three days after its end in the plan's zone, and not before everything up to its end has been reported. */
export function isProvisional(end: number, { now, cut }: { now: number; cut: number | null }): boolean {
  return now < end + lateDays * day || cut === null || cut < end;
}
