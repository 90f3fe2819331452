/** A million events fall on a few hundred days. Forgotten once it holds more days than a rollout has. */
const known = new Map<string, number>();
const mostKnown = 4_000;

const zero = "0".charCodeAt(0);

/** What `Date.parse` says, in a quarter of the time where the instant is written as most systems write it: `2026-03-17T09:12:00Z`, with milliseconds or without. */
export function eventInstant(text: string): number {
  const isPlain = (text.length === 20 || text.length === 24) && text.endsWith("Z") && text[4] === "-";
  if (!isPlain) return Date.parse(text);
  const minutes = twoDigits(text, 11) * 60 + twoDigits(text, 14);
  const milliseconds = text.length === 24 ? digit(text, 20) * 100 + twoDigits(text, 21) : 0;
  return dayStart(text.slice(0, 10)) + (minutes * 60 + twoDigits(text, 17)) * 1000 + milliseconds;
}

function dayStart(day: string): number {
  const found = known.get(day);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const start = Date.parse(day);
  known.set(day, start);
  return start;
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - zero;
}
