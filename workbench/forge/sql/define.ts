import { rewrite } from "./expression";
import { SqlRefusal, untranslated } from "./refusal";
import { closing, splitAtCommas, write, writeOne } from "./tokens";
import type { Token } from "./tokens";

const integer = (bits: number) => ({ low: -(2 ** (bits - 1)), high: 2 ** (bits - 1) - 1, unsignedHigh: 2 ** bits - 1 });
const integers: Readonly<Record<string, ReturnType<typeof integer>>> = {
  TINYINT: integer(8), BOOLEAN: integer(8), BOOL: integer(8), SMALLINT: integer(16), MEDIUMINT: integer(24), INT: integer(32), INTEGER: integer(32), BIGINT: integer(64),
}; // prettier-ignore
const textBytes: Readonly<Record<string, number>> = { TEXT: 65_535, MEDIUMTEXT: 16_777_215, LONGTEXT: 4_294_967_295 };
const moment = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

/** Words that MySQL or TiDB reserves and SQLite does not: a column of that name would fail on a site. */
const reserved = new Set(
  "RANK ROW ROWS GROUPS SYSTEM WINDOW KEY KEYS INTERVAL LEAD LAG LEFT RIGHT READ WRITE RELEASE REPEAT REQUIRE SCHEMA SCHEMAS SEPARATOR SHOW SSL TERMINATED TRIGGER UNLOCK USAGE USE VARYING WHILE XOR LOOP MATCH MOD OPTION OUT PROCEDURE PURGE RANGE FUNCTION GRANT IGNORE INDEX INOUT ITERATE KILL LINES LOAD LOCK LONG CALL CHANGE CONDITION CONTINUE CURSOR DATABASE DESCRIBE DIV DUAL EACH EXIT EXPLAIN FETCH FLOAT FORCE OF OVER EMPTY FIRST_VALUE SIGNAL".split(" "),
); // prettier-ignore

/** `CREATE TABLE` with the checks that MySQL's strict mode makes; its keys become indexes beside it. */
export function createTable(tokens: readonly Token[]): readonly string[] {
  const open = tokens.findIndex((token) => token.upper === "(");
  const close = closing(tokens, open);
  const table = tokens[open - 1];
  if (table === undefined || tokens[close + 1]?.upper === "AS") throw untranslated("CREATE TABLE … AS");
  const parts = splitAtCommas(tokens.slice(open + 1, close));
  const isKey = (part: readonly Token[]) =>
    /^(PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|CHECK|FULLTEXT)$/.test(part[0]?.upper ?? "");
  const columns = parts.filter((part) => !isKey(part)).map(column);
  const keys = parts.filter(isKey).map((part) => tableKey(part, table.text));
  const inline = keys.flatMap((key) => (key.kind === "inline" ? [key.sql] : []));
  const rowless = inline.some((sql) => sql.startsWith("PRIMARY")) ? " WITHOUT ROWID" : "";
  const exists = open > 1 ? "IF NOT EXISTS " : "";
  return [
    `CREATE TABLE ${exists}${writeOne(table)} (${[...columns, ...inline].join(", ")})${rowless}`,
    ...keys.flatMap((key) => (key.kind === "beside" ? [key.sql] : [])),
  ];
}

function tableKey(part: readonly Token[], table: string): { readonly kind: "inline" | "beside"; readonly sql: string } {
  const open = part.findIndex((token) => token.upper === "(");
  const first = part[0]?.upper ?? "";
  if (open < 0 || first === "CONSTRAINT" || first === "CHECK" || first === "FULLTEXT")
    throw untranslated(`${first} in CREATE TABLE`);
  const columns = write(part.slice(open, closing(part, open) + 1));
  if (columns.lastIndexOf("(") > 0) throw untranslated("a key on the beginning of a column");
  if (first === "PRIMARY" || first === "UNIQUE")
    return { kind: "inline", sql: `${first === "PRIMARY" ? "PRIMARY KEY" : "UNIQUE"} ${columns}` };
  const name = part[open - 1];
  if (open < 2 || name === undefined) throw untranslated("a key without a name");
  return { kind: "beside", sql: `CREATE INDEX IF NOT EXISTS "${table}__${name.text}" ON "${table}" ${columns}` };
}

function column([name, type, ...options]: readonly Token[]): string {
  if (name === undefined || type === undefined) throw untranslated("an empty column definition");
  if (name.kind === "word" && reserved.has(name.upper))
    throw new SqlRefusal("INVALID_SQL_QUERY", `"${name.text}" is a reserved word in MySQL.`);
  const sizeEnd = options[0]?.upper === "(" ? closing(options, 0) + 1 : 0;
  const size = options
    .slice(1, Math.max(1, sizeEnd - 1))
    .filter((token) => token.kind === "number")
    .map((token) => Number(token.text));
  const isUnsigned = options[sizeEnd]?.upper === "UNSIGNED";
  const rest = options.slice(isUnsigned ? sizeEnd + 1 : sizeEnd);
  if (rest.some((token) => token.upper === "AUTO_INCREMENT"))
    return `${writeOne(name)} INTEGER PRIMARY KEY AUTOINCREMENT`;
  const { declared, check } = columnType(writeOne(name), { type: type.upper, size, isUnsigned });
  return [writeOne(name), declared, columnOptions(rest), check === null ? "" : `CHECK (${check})`].join(" ").trim();
}

function columnType(
  name: string,
  {
    type,
    size: [length = 1, decimals = 0],
    isUnsigned,
  }: { type: string; size: readonly number[]; isUnsigned: boolean },
): { readonly declared: string; readonly check: string | null } {
  const range = integers[type];
  const orNull = (check: string) => `${name} IS NULL OR ${check}`;
  if (range !== undefined) {
    const declared = type === "INTEGER" ? "INT" : type.startsWith("BOOL") ? "TINYINT" : type;
    const bounds =
      type === "BIGINT"
        ? isUnsigned
          ? ` AND ${name} >= 0`
          : ""
        : ` AND ${name} BETWEEN ${isUnsigned ? 0 : range.low} AND ${isUnsigned ? range.unsignedHigh : range.high}`;
    return { declared, check: orNull(`(typeof(${name}) = 'integer'${bounds})`) };
  }
  const most = textBytes[type];
  if (most !== undefined) return { declared: "TEXT", check: `octet_length(${name}) <= ${most}` };
  switch (type) {
    case "VARCHAR":
    case "CHAR":
      return { declared: `VARCHAR(${length})`, check: `length(${name}) <= ${length}` };
    case "BINARY":
    case "VARBINARY":
      return { declared: "BLOB", check: orNull(`(typeof(${name}) = 'blob' AND length(${name}) <= ${length})`) };
    case "DOUBLE":
      return { declared: "DOUBLE", check: orNull(`typeof(${name}) = 'real'`) };
    case "DECIMAL":
      return { declared: `DECIMAL(${length}, ${decimals})`, check: orNull(`typeof(${name}) IN ('integer', 'real')`) };
    case "JSON":
      return { declared: "TEXT", check: orNull(`json_valid(${name})`) };
    case "DATE":
    case "DATETIME":
    case "TIMESTAMP":
      return { declared: type, check: orNull(`(${name} GLOB '${moment}*' AND instr(${name}, 'Z') = 0)`) };
    default:
      throw untranslated(`the column type ${type}`);
  }
}

function columnOptions(tokens: readonly Token[]): string {
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const upper = tokens[at]?.upper ?? "";
    const next = tokens[at + 1];
    if (upper === "NULL") out.push("NULL");
    else if (upper === "NOT" || upper === "PRIMARY") out.push(`${upper} ${next?.upper ?? ""}`);
    else if (upper === "UNIQUE") out.push(upper);
    else if (upper === "DEFAULT" && next !== undefined) {
      const negative = next.upper === "-" ? tokens[at + 2] : undefined;
      out.push(`DEFAULT (${rewrite(negative === undefined ? [next] : [next, negative])})`);
      at += negative === undefined ? 0 : 1;
      if (tokens[at + 2]?.upper === "(") at += 2;
    } else if (upper !== "COMMENT" && upper !== "COLLATE") throw untranslated(`the column option ${upper}`);
    at += upper === "NULL" || (upper === "UNIQUE" && next?.upper !== "KEY") ? 0 : 1;
  }
  return out.join(" ");
}

/** Index names belong to their table in MySQL and to the whole database in SQLite. */
export function createIndex(tokens: readonly Token[], unique: string): string {
  const [name, on, table, open] = tokens;
  if (name === undefined || on?.upper !== "ON" || table === undefined || open?.upper !== "(")
    throw untranslated("this CREATE INDEX");
  return `CREATE ${unique}INDEX "${table.text}__${name.text}" ON ${write(tokens.slice(2))}`;
}

export function dropIndex([name, on, table]: readonly Token[]): string {
  if (name === undefined || on?.upper !== "ON" || table === undefined) throw untranslated("this DROP INDEX");
  return `DROP INDEX "${table.text}__${name.text}"`;
}

export function alterTable(tokens: readonly Token[]): readonly string[] {
  const [table, verb, next, ...rest] = tokens;
  if (table === undefined || next === undefined || splitAtCommas(tokens).length > 1)
    throw untranslated("more than one change in an ALTER TABLE");
  const name = writeOne(table);
  if (verb?.upper === "ADD" && (next.upper === "INDEX" || next.upper === "KEY")) {
    const [index, ...columns] = rest;
    return [`CREATE INDEX "${table.text}__${index?.text ?? ""}" ON ${name} ${write(columns)}`];
  }
  if (verb?.upper === "ADD")
    return [`ALTER TABLE ${name} ADD COLUMN ${column(next.upper === "COLUMN" ? rest : [next, ...rest])}`];
  if (verb?.upper === "DROP" && next.upper === "COLUMN") return [`ALTER TABLE ${name} DROP COLUMN ${write(rest)}`];
  throw untranslated(`ALTER TABLE ${verb?.upper ?? ""} ${next.upper}`);
}
