/** How long a verdict holds without being written again: after that the rule in the workflow refuses it. */
export const verdictHours = 48;

export interface GateEvidence {
  readonly open: boolean;
  readonly sentence: string;
}

/** G1: what stands in the read-only field. A person can read it, and the workflow rule needs only its first word and its date. */
export function verdictText({ open, sentence }: GateEvidence, now: number): string {
  if (!open) return `LOCKED ${sentence}`;
  const until = new Date(now + verdictHours * 3_600_000).toISOString();
  return `OPEN until ${until} ${sentence}`;
}

/**
 * G2: the Jira expression of the workflow rule. It opens only on the word and an unexpired date; everything else, an empty field and an
 * error included, refuses the transition and says why. It reads one field, far from the limit on expensive operations.
 */
export function gateExpression(field: string): string {
  if (!/^customfield_\d{1,12}$/.test(field)) throw new RangeError(`"${field}" is not the id of a custom field.`);
  const verdict = `issue.${field}`;
  return [
    `${verdict} == null ? 'Gate 2 has no verdict yet. Open Implementation, Gates, and recompute it.'`,
    `!${verdict}.startsWith('OPEN until ') ? ${verdict}`,
    `new Date(${verdict}.split(' ')[2]) > new Date() ? true`,
    `'The evidence for gate 2 has expired. Open Implementation, Gates, and recompute it.'`,
  ].join(" : ");
}
