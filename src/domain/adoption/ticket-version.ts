export interface TicketVersion {
  readonly receivedAt: number;
  readonly at: number;
  readonly person: number;
  readonly process: string;
  readonly category: string;
}

/**
 * Of two versions of a ticket the greater text is the newer. Equal arrivals are settled by all there is of each, so that their order never
 * matters. The person goes last: versions that differ by their person alone are one after two names of somebody were joined, and whichever
 * of them won says the same. Forty letters hold it: 13 for the arrival, 9 for the time, 7 for the rest and 11 for the person.
 */
export function ticketVersion({ receivedAt, at, person, process, category }: TicketVersion): string {
  const rest = digest(`${at}\n${category}\n${process}`);
  return `${String(receivedAt).padStart(13, "0")}${spell(Math.min(Math.max(0, at), latest), 9)}${spell(rest, 7)}${spell(person, 11)}`;
}

/** Beyond it nine letters do not reach; what lies outside is told apart by the rest. */
const latest = 36 ** 9 - 1;

function spell(number: number, letters: number): string {
  return number.toString(36).padStart(letters, "0");
}

/** FNV-1a, 32 bits: it need not be secret, only the same wherever it is worked out. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
