/** How long legacy stays frozen after the migration (M37), by the clock and not by working hours. */
export const freezeMs = 48 * 3_600_000;

export type Thaw =
  | { readonly kind: "thawed"; readonly at: number; readonly early: boolean; readonly reason: string }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string };

/** When a freeze ends: 48 elapsed hours on, whatever the clocks do in between. */
export function freezeEnd(start: number): number {
  return start + freezeMs;
}

/** Legacy is opened again; before its time only with a reason, which the panic log keeps. */
export function thaw(start: number, at: number, reason: string): Thaw {
  const early = at < freezeEnd(start);
  if (!early || reason.trim() !== "") return { kind: "thawed", at, early, reason: reason.trim() };
  const hours = Math.ceil((freezeEnd(start) - at) / 3_600_000);
  return { kind: "refused", message: `The freeze lasts ${hours} h more.`, mend: "Wait, or write down why it cannot." };
}
