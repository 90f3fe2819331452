/** What one work item holds in one field, ready to be compared: every name a person may write for it, and its place in an order. */
export interface Term {
  /** Lower case: id, name, key, e-mail … */
  readonly names: readonly string[];
  readonly order: number | string;
}

/** A stretch of time in which a field held one value; `by` began it, null for the value at creation. */
export interface Span {
  readonly names: readonly string[];
  readonly since: number;
  readonly until: number | null;
  readonly by: string | null;
}

export interface SearchField<I> {
  readonly name: string;
  readonly kind: "set" | "ranked" | "text" | "number" | "instant" | "day";
  terms(issue: I): readonly Term[];
  /** What Jira says to a value this field cannot hold; null when it can. */
  missing(value: string): string | null;
  /** Where a ranked value such as a priority stands; null for fields without ranks. */
  rankOf(value: string): number | null;
  /** null: Jira keeps no searchable history of this field. */
  readonly history: ((issue: I) => readonly Span[]) | null;
}

export interface FunctionCall {
  readonly name: string;
  readonly values: readonly string[];
  readonly field: string;
  readonly operator: string;
}

/** What a function stands for: values of its field, or a JQL fragment an app answered. */
export type Resolved =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "jql"; readonly jql: string };

/** The site as one caller's search sees it. */
export interface World<I> {
  readonly now: number;
  readonly zone: string;
  field(name: string): SearchField<I> | null;
  property(entity: string, key: string, path: string): SearchField<I> | null;
  call(call: FunctionCall): Promise<Resolved>;
}

/** Why Jira refuses a query; each message is one line of `errorMessages`. */
export class JqlError extends Error {
  override readonly name = "JqlError";
}
