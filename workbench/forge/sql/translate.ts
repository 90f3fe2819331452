import { alterTable, createIndex, createTable, dropIndex } from "./define";
import { rewrite } from "./expression";
import { untranslated } from "./refusal";
import { closing, splitAtCommas, write } from "./tokens";
import type { Token } from "./tokens";

/** One MySQL statement as the statements that do the same in SQLite; what is not known to be the same is refused. */
export function translate(tokens: readonly Token[]): readonly string[] {
  const [first = "", second, third] = tokens.map((token) => token.upper);
  switch (first) {
    case "SELECT":
      return [rewrite(tokens)];
    case "WITH":
      return [withClause(tokens)];
    case "EXPLAIN":
      return translate(tokens.slice(1)).map((statement) => `EXPLAIN QUERY PLAN ${statement}`);
    case "INSERT":
      return [insert(tokens)];
    case "UPDATE":
      return [update(tokens)];
    case "DELETE":
      return [rewrite(tokens)];
    case "TRUNCATE":
      return [`DELETE FROM ${write(tokens.slice(second === "TABLE" ? 2 : 1))}`];
    case "DROP":
      return second === "TABLE"
        ? [write(tokens)]
        : second === "INDEX"
          ? [dropIndex(tokens.slice(2))]
          : refuse(first, second);
    case "ALTER":
      return second === "TABLE" ? alterTable(tokens.slice(2)) : refuse(first, second);
    case "CREATE":
      if (second === "TABLE") return createTable(tokens.slice(2));
      if (second === "INDEX") return [createIndex(tokens.slice(2), "")];
      return second === "UNIQUE" && third === "INDEX"
        ? [createIndex(tokens.slice(3), "UNIQUE ")]
        : refuse(first, second);
    default:
      return refuse(first, second);
  }
}

function refuse(first = "", second = ""): never {
  throw untranslated(`${first} ${second}`.trim());
}

/** `WITH name AS (…)[, name AS (…)] SELECT`: the names before their brackets are no calls. */
function withClause(tokens: readonly Token[]): string {
  return rewrite(
    tokens.map((token, at) =>
      tokens[at + 1]?.upper === "(" && tokens[at - 1]?.upper === "," ? { ...token, upper: "AS" } : token,
    ),
  );
}

function insert(tokens: readonly Token[]): string {
  const isIgnore = tokens[1]?.upper === "IGNORE";
  const rest = tokens.slice(isIgnore ? 2 : 1);
  const [into, table] = rest;
  if (into?.upper !== "INTO" || table === undefined) throw untranslated("INSERT without INTO");
  const columnsEnd = rest[2]?.upper === "(" ? closing(rest, 2) + 1 : 2;
  const head = `INSERT ${isIgnore ? "OR IGNORE " : ""}INTO ${write([table])} ${write(rest.slice(2, columnsEnd))}`;
  const source = rest.slice(columnsEnd);
  const upsertAt = source.findIndex((token, at) => token.upper === "ON" && source[at + 1]?.upper === "DUPLICATE");
  if (upsertAt < 0) return `${head} ${rewrite(source)}`;
  if (source[0]?.upper !== "VALUES") throw untranslated("ON DUPLICATE KEY UPDATE after anything but VALUES");
  const assigned = source.slice(upsertAt + 4);
  refuseChains(assigned);
  return `${head} ${rewrite(source.slice(0, upsertAt))} ON CONFLICT DO UPDATE SET ${rewrite(assigned, "upsert")}`;
}

function update(tokens: readonly Token[]): string {
  const from = tokens.findIndex((token) => token.upper === "SET");
  const where = tokens.findIndex((token) => token.upper === "WHERE");
  if (tokens.some(({ upper }) => upper === "JOIN" || upper === "IGNORE" || upper === "ORDER" || upper === "LIMIT")) {
    throw untranslated("UPDATE with JOIN, IGNORE, ORDER or LIMIT");
  }
  refuseChains(tokens.slice(from + 1, where < 0 ? undefined : where));
  return rewrite(tokens);
}

/** MySQL assigns from left to right and later ones see the new values; SQLite's all see the old ones. */
function refuseChains(assignments: readonly Token[]): void {
  const done = new Set<string>();
  for (const [target, , ...value] of splitAtCommas(assignments)) {
    for (const [at, token] of value.entries()) {
      const isColumn =
        (token.kind === "word" || token.kind === "name") &&
        !(value[at - 1]?.upper === "(" && value[at - 2]?.upper === "VALUES");
      if (isColumn && done.has(token.text))
        throw untranslated(`an assignment that reads "${token.text}", which an earlier one has changed`);
    }
    if (target !== undefined) done.add(target.text);
  }
}
