import { findDuration } from "#domain/calendar/duration";

interface UnitWord {
  readonly means: string;
  readonly times: number;
  /** A month of work is twenty days to MS Project, a month of the clock thirty. */
  readonly elapsedTimes: number;
  readonly said: RegExp;
}

/** Units as planning tools of several languages write them, and the plan's word for each. */
const units: readonly UnitWord[] = [
  { means: "m", times: 1, elapsedTimes: 1, said: /^(m|min|mins|minutes?|minuten?|minutos?|minut[oi])\.?$/ },
  { means: "h", times: 1, elapsedTimes: 1, said: /^(h|hr|hrs|hours?|std|stunden?|heures?|horas?|or[ae]|uur)\.?$/ },
  {
    means: "d",
    times: 1,
    elapsedTimes: 1,
    said: /^(d|days?|dy|dys|t|tage?n?|jours?|jrs?|j|días?|dias?|giorn[oi]|g|dag|dagen)\.?$/,
  },
  {
    means: "w",
    times: 1,
    elapsedTimes: 1,
    said: /^(w|wk|wks|weeks?|wochen?|sem|sems|semaines?|semanas?|settiman[ae]|sett|weken)\.?$/,
  },
  {
    means: "d",
    times: 20,
    elapsedTimes: 30,
    said: /^(mo|mos|mon|mons|months?|monate?n?|mois|meses|mes|mês|mes[ei]|maand|maanden)\.?$/,
  },
];

/** Longer than this is a sentence. */
const longest = 60;

/** `2 days`, `1,5 wks?`, `3 edays`, `1w 2d 4h` in the plan's words; null for anything else. What is a duration already keeps its spelling. */
export function readDuration(text: string): string | null {
  const said = text.trim();
  if (said.length > longest) return null;
  if (findDuration(said) !== null) return said.startsWith("+") ? said.slice(1).trim() : said;
  // Smartsheet marks what it rounded with ~ and writes elapsed days as e3d.
  const signed = /^([+-]?)\s*~?\s*(.+?)\s*\??$/u.exec(
    said.toLowerCase().replace(/^([+-]?\s*)e(\d+(?:\.\d+)?)\s*(?=\p{L})/u, "$1$2e"),
  );
  const body = signed?.[2] ?? "";
  const parts = [...body.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+\.?)[\s,]*/gu)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== body) return null;
  const words = parts.map(([, amount = "", word = ""]) => spell(Number(amount.replace(",", ".")), word));
  return words.includes(null) ? null : `${signed?.[1] === "-" ? "-" : ""}${words.join(" ")}`;
}

function spell(amount: number, word: string): string | null {
  const isElapsed = word.startsWith("e") && units.some(({ said }) => said.test(word.slice(1)));
  const unit = units.find(({ said }) => said.test(isElapsed ? word.slice(1) : word));
  if (!unit) return null;
  const times = isElapsed ? unit.elapsedTimes : unit.times;
  return `${Math.round(amount * times * 10_000) / 10_000}${isElapsed ? "e" : ""}${unit.means}`;
}

/** The unit a heading such as "Duration (hours)" gives to bare numbers: days unless it says otherwise. */
export function unitOfHeading(heading: string): string {
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? [];
  const unit = words.flatMap((word) => units.find(({ said, times }) => times === 1 && said.test(word)) ?? [])[0];
  if (unit) return unit.means;
  // Jira exports its estimates in seconds.
  return /original estimate/i.test(heading) ? "s" : "d";
}

/** A bare number of such units. */
export function countedDuration(text: string, unit: string): string | null {
  const number = /^\d+(?:[.,]\d+)?$/.exec(text.trim());
  if (!number) return null;
  const amount = Number(number[0].replace(",", "."));
  return unit === "s" ? `${Math.round(amount / 36) / 100}h` : `${amount}${unit}`;
}
