import { untranslated } from "./refusal";
import { closing, writeOne } from "./tokens";
import type { Token } from "./tokens";

/** Functions that mean the same here and there, under SQLite's name for them (registered by us where it has none). */
const functions: Readonly<Record<string, string>> = {
  COUNT: "count", SUM: "sum", MIN: "min", MAX: "max", BIT_OR: "bit_or",
  COALESCE: "coalesce", IFNULL: "ifnull", NULLIF: "nullif", IF: "iif", LEAST: "min", GREATEST: "max",
  CONCAT: "my_concat", LENGTH: "octet_length", CHAR_LENGTH: "length", LOWER: "lower", UPPER: "upper", TRIM: "trim",
  SUBSTRING: "substr", SUBSTR: "substr", REPLACE: "replace", ABS: "abs", FLOOR: "floor", CEIL: "ceil", CEILING: "ceil", MOD: "mod",
  HEX: "my_hex", UNHEX: "unhex", FROM_BASE64: "from_base64", TO_BASE64: "to_base64",
  JSON_EXTRACT: "my_json_extract", JSON_UNQUOTE: "json_unquote",
  NOW: "my_now", CURRENT_TIMESTAMP: "my_now", UTC_TIMESTAMP: "my_now",
  ROW_NUMBER: "row_number", RANK: "rank", DENSE_RANK: "dense_rank", LAG: "lag", LEAD: "lead",
}; // prettier-ignore

/** Words after which a bracket is no call. */
const notCalls = new Set(
  "IN VALUES AND OR NOT ON WHERE SELECT FROM AS UNION ALL DISTINCT EXISTS WHEN THEN ELSE CASE BY HAVING KEY OVER BETWEEN LIMIT JOIN USING SET".split(
    " ",
  ),
);

/** What MySQL and SQLite spell alike but mean differently, or what only one of them knows. */
const unknown = new Set(
  "INTERVAL DIV XOR RLIKE REGEXP SOUNDS STRAIGHT_JOIN OUTFILE DUMPFILE PARTITION FORCE SQL_CALC_FOUND_ROWS HIGH_PRIORITY LOW_PRIORITY DELAYED FULL NULLS GLOB MATCH RETURNING COLLATE CAST CONVERT BINARY FOR ISNULL NOTNULL ROLLUP LATERAL INFORMATION_SCHEMA".split(" "),
); // prettier-ignore

const signs: Readonly<Record<string, string>> = { "<=>": "IS", "&&": "AND", "/": "* 1.0 /" };
const badSigns = new Set(["||", "==", ":=", "->", "->>", "@", ":", "[", "]", "^", "!"]);

/** Rewrites a stretch of a statement; `excluded` says whether VALUES(c) may stand for the row that was to be inserted. */
export function rewrite(tokens: readonly Token[], place: "plain" | "upsert" = "plain"): string {
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { upper } = token;
    const opens = tokens[at + 1]?.upper === "(";
    if (token.kind === "sign") {
      if (badSigns.has(upper)) throw untranslated(`the operator ${upper}`);
      out.push(signs[upper] ?? upper);
    } else if (token.kind !== "word" || tokens[at - 1]?.upper === ".") out.push(writeOne(token));
    else if (unknown.has(upper)) throw untranslated(upper);
    else if (upper === "VALUES" && place === "upsert" && opens) {
      const end = closing(tokens, at + 1);
      out.push("excluded", ".", ...tokens.slice(at + 2, end).map(writeOne));
      at = end;
    } else if (upper === "CURRENT_TIMESTAMP" && !opens) out.push("my_now()");
    else if (opens && !notCalls.has(upper)) {
      const known = functions[upper];
      if (known === undefined) throw untranslated(`the function ${upper}()`);
      out.push(known);
    } else out.push(token.text);
  }
  return out.join(" ");
}
