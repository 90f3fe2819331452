import { SqlRefusal } from "./refusal";
import { tokenize } from "./tokens";
import type { Token } from "./tokens";

export type StatementKind = "read" | "write" | "define";

const kinds: Readonly<Record<string, StatementKind>> = {
  SELECT: "read",
  WITH: "read",
  EXPLAIN: "read",
  INSERT: "write",
  REPLACE: "write",
  UPDATE: "write",
  DELETE: "write",
  CREATE: "define",
  ALTER: "define",
  DROP: "define",
  TRUNCATE: "define",
};

export interface Admitted {
  readonly kind: StatementKind;
  readonly tokens: readonly Token[];
}

/** An app says the same few hundred statements over and over, the long ones with many rows most of all. */
const known = new Map<string, Admitted>();
const mostKnown = 200;

/** One permitted statement, whichever engine will run it: what Forge SQL refuses is refused here first. */
export function admit(statement: string): Admitted {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const admitted = judge(statement);
  if (known.size >= mostKnown) known.clear();
  known.set(statement, admitted);
  return admitted;
}

function judge(statement: string): Admitted {
  const tokens = tokenize(statement);
  while (tokens.at(-1)?.upper === ";") tokens.pop();
  const first = tokens[0]?.upper ?? "";
  const kind = kinds[first];
  if (tokens.some((token) => token.upper === ";")) throw forbidden("More than one statement in a request");
  if (kind === undefined)
    throw forbidden(first === "" ? "An empty statement" : `A statement that starts with ${first}`);
  if (
    first !== "EXPLAIN" &&
    kind === "define" &&
    tokens.some(({ upper }) => upper === "FOREIGN" || upper === "REFERENCES")
  ) {
    throw forbidden("A foreign key");
  }
  if (kind === "define" && /^(DATABASE|SCHEMA|USER|TRIGGER|PROCEDURE|FUNCTION|EVENT)$/.test(tokens[1]?.upper ?? "")) {
    throw forbidden(`${first} ${tokens[1]?.upper}`);
  }
  return { kind, tokens };
}

function forbidden(what: string): SqlRefusal {
  return new SqlRefusal("SQL_POLICY_VIOLATION", `${what} is not allowed.`);
}
