/** A JQL function as somebody has called it, and the fragment Jira keeps for it. */
export interface Precomputation {
  readonly id: string;
  readonly name: string;
  readonly operator: string;
  readonly words: readonly string[];
  readonly value: string | null;
}
