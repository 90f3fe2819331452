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

/** One permitted statement, whichever engine will run it: what Forge SQL refuses is refused here first. */
export function admit(statement: string): { readonly kind: StatementKind; readonly tokens: readonly Token[] } {
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
