/** `3 h old`, `5 d old`: how long ago a number was true. */
export function sayAge(hours: number | null): string {
  if (hours === null) return "no data yet";
  if (hours < 1) return "under 1 h old";
  return hours < 48 ? `${String(Math.round(hours))} h old` : `${String(Math.round(hours / 24))} d old`;
}
