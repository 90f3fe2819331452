/** How long a verdict holds without being written again: after that the rule in the workflow refuses it. */
export const verdictHours = 48;

export interface GateEvidence {
  readonly open: boolean;
  readonly sentence: string;
}

const sealWord = " · Evidence ";
const sealed = new RegExp(`${sealWord}([0-9a-f]{16})$`);

/**
 * G1: what stands in the read-only field. A person can read it, and the workflow rule needs only its first word and its date. The seal at its
 * end is that of the numbers it rests on, which lie where others may write: whoever reads them there can tell whether they are these.
 */
export function verdictText({ open, sentence }: GateEvidence, now: number, seal: string): string {
  const until = new Date(now + verdictHours * 3_600_000).toISOString();
  return `${open ? `OPEN until ${until}` : "LOCKED"} ${sentence}${sealWord}${seal}`;
}

/** The same for people, who can do nothing with a seal. */
export function unsealed(verdict: string): string {
  return verdict.replace(sealed, "");
}

/** Null where a verdict of an older release carries none. */
export function sealIn(verdict: string): string | null {
  return sealed.exec(verdict)?.[1] ?? null;
}

/** Sixty-four bits: more than anybody tries out in the day that a verdict stands. */
export function sealOf(hash: string): string {
  return hash.slice(0, 16);
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
    `!${verdict}.startsWith('OPEN until ') ? ${verdict}.split('${sealWord}')[0]`,
    `new Date(${verdict}.split(' ')[2]) > new Date() ? true`,
    `'The evidence for gate 2 has expired. Open Implementation, Gates, and recompute it.'`,
  ].join(" : ");
}
