export type SqlCode =
  | "INVALID_SQL_QUERY"
  | "SQL_POLICY_VIOLATION"
  | "SQL_EXECUTION_ERROR"
  | "QUERY_TIMED_OUT"
  | "RATE_LIMIT_EXCEEDED"
  | "APP_NOT_ENABLED";

/** An error as the platform words it in its answer. */
export class SqlRefusal extends Error {
  readonly code: SqlCode;
  constructor(code: SqlCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the embedded engine cannot do as MySQL would; running it nonetheless could give another answer than the site. */
export function untranslated(what: string): SqlRefusal {
  return new SqlRefusal(
    "INVALID_SQL_QUERY",
    `The embedded SQL engine does not translate ${what}. See workbench/forge/sql/DIALECT.md.`,
  );
}
