/** The five phases of M65, in order. */
export const phases = [
  "Discovery & Planning",
  "Design & Architecture",
  "Implementation & Migration",
  "Testing & Rollout",
  "Post-Launch Optimization",
] as const;

/** Where a phase stands, by its full name or by the first word of it; null for a phase of the plan's own. */
export function phaseNumber(phase: string | null): number | null {
  if (phase === null) return null;
  const said = phase.trim().toLowerCase();
  const at = phases.findIndex(
    (name) => name.toLowerCase() === said || name.toLowerCase().split(/[ &]+/).includes(said),
  );
  return at === -1 ? null : at;
}
