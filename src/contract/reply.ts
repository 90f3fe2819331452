/** What a person may be told instead of what was asked for: a closed list, so that every page can rely on it. */
export type RefusalCode =
  | "bad_request"
  | "not_allowed"
  | "not_found"
  | "plan_unreadable"
  | "plan_unsound"
  | "too_large"
  | "limit_exceeded"
  | "busy"
  | "stale"
  | "setup_missing"
  | "jira_refused"
  | "jira_unreadable"
  | "jira_throttled"
  | "store_preparing"
  | "unsigned"
  | "replayed"
  | "suppressed"
  | "unsupported";

/** What a resolver answers: refusals travel as data, because Forge keeps only the message of a thrown error. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalView };

export interface RefusalView {
  readonly code: RefusalCode;
  readonly message: string;
  readonly mend: string;
}
