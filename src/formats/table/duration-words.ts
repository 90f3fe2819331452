import { findDuration } from "#domain/calendar/duration";

/** Units as planning tools of several languages write them, and the plan's word for each. MS Project counts a month as 20 days. */
const units: readonly { readonly means: string; readonly times: number; readonly said: RegExp }[] = [
  { means: "m", times: 1, said: /^(m|min|mins|minutes?|minuten?)\.?$/ },
  { means: "h", times: 1, said: /^(h|hr|hrs|hours?|std|stunden?)\.?$/ },
  { means: "d", times: 1, said: /^(d|days?|dy|dys|t|tage?|jours?|j)\.?$/ },
  { means: "w", times: 1, said: /^(w|wks?|weeks?|wochen?|semaines?)\.?$/ },
  { means: "d", times: 20, said: /^(mo|mos|mons?|months?|monate?|mois)\.?$/ },
];

/** `2 days`, `1,5 wks?`, `3 edays` in the plan's words; null for anything else. What is a duration already keeps its spelling. */
export function readDuration(text: string): string | null {
  const said = text.trim();
  if (findDuration(said) !== null) return said.startsWith("+") ? said.slice(1).trim() : said;
  const parts = /^([+-]?)\s*(\d+(?:[.,]\d+)?)\s*(\p{L}+\.?)\s*\??$/u.exec(said.toLowerCase());
  if (!parts) return null;
  const [, sign = "", amount = "", word = ""] = parts;
  const isElapsed = word.startsWith("e") && units.some(({ said }) => said.test(word.slice(1)));
  const unit = units.find(({ said }) => said.test(isElapsed ? word.slice(1) : word));
  if (!unit) return null;
  const number = Number(amount.replace(",", ".")) * unit.times;
  return `${sign === "-" ? "-" : ""}${number}${isElapsed ? "e" : ""}${unit.means}`;
}
