import type { Call } from "./router";

/** `2022-06-09T16:29:31.871-0700`: an instant on the wall clock of a zone. */
export function stamp(at: number, zone: string): string {
  const offset = offsetMinutes(at, zone);
  const wall = new Date(at + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${wall}${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${String(minutes).padStart(2, "0")}`;
}

/** The profile's time zone of whoever asks. */
export function zoneOf({ site, accountId }: Pick<Call, "site" | "accountId">): string {
  return site.store.collection("user").get(accountId)?.timeZone ?? "UTC";
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(at: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
