import {
  JastBuilder,
  type Clause,
  type Jast,
  type Operand,
  type OrderBy,
  type TerminalClause,
} from "@atlaskit/jql-ast";
import { historyTest } from "./history";
import { edgeMoment, momentOf } from "./moments";
import { textTest } from "./text";
import { JqlError, type SearchField, type Term, type World } from "./world";

export interface Query<I> {
  /** false for an empty query or a bare ORDER BY. */
  readonly isBounded: boolean;
  readonly matches: Test<I>;
  readonly compare: (left: I, right: I) => number;
}

export type Test<I> = (issue: I) => boolean;

const equality = ["=", "!=", "in", "not in", "is", "is not"];
const ordering = ["<", ">", "<=", ">="];
const past = ["was", "was not", "was in", "was not in", "changed"];
const operators: Readonly<Record<SearchField<unknown>["kind"], readonly string[]>> = {
  set: equality,
  ranked: [...equality, ...ordering],
  text: ["~", "!~", "is", "is not"],
  number: [...equality, ...ordering],
  instant: [...equality, ...ordering],
  day: [...equality, ...ordering],
};

export async function compileJql<I>(jql: string, world: World<I>): Promise<Query<I>> {
  const { query } = parseJql(jql);
  const where = query?.where;
  return {
    isBounded: where !== undefined,
    matches: where === undefined ? () => true : await clauseTest(where, world),
    compare: comparison(query?.orderBy || undefined, world),
  };
}

export function parseJql(jql: string): Jast {
  const jast = new JastBuilder().build(jql);
  const [error] = jast.errors;
  if (error === undefined) return jast;
  const at =
    "line" in error ? ` (line ${String(error.line)}, character ${jql.length === 0 ? 0 : position(error) + 1})` : "";
  throw new JqlError(`Error in the JQL Query: ${error.message}${at}.`);
}

/** The values an operand stands for; empty text is never among them, EMPTY is null. */
export async function operandValues<I>(
  operand: Operand,
  clause: TerminalClause,
  world: World<I>,
): Promise<(string | null)[]> {
  switch (operand.operandType) {
    case "value":
      return [operand.value];
    case "keyword":
      return [null];
    case "list": {
      const values = await Promise.all(operand.values.map((value) => operandValues(value, clause, world)));
      return values.flat();
    }
    case "function":
      break;
  }
  const [name, values] = [operand.function.value, operand.arguments.map((argument) => argument.value)];
  const moment = name.toLowerCase() === "now" ? world.now : edgeMoment(name, values, world);
  if (moment !== null) return [String(moment)];
  const found = await world.call({ name, values, field: clause.field.value, operator: clause.operator?.value ?? "=" });
  if (found.kind === "jql") throw new JqlError(`A value expected but the function '${name}' answered a query.`);
  return [...found.values];
}

async function clauseTest<I>(clause: Clause, world: World<I>): Promise<Test<I>> {
  if (clause.clauseType === "not") {
    const inner = await clauseTest(clause.clause, world);
    return (issue) => !inner(issue);
  }
  if (clause.clauseType === "terminal") return terminalTest(clause, world);
  const tests = await Promise.all(clause.clauses.map((inner) => clauseTest(inner, world)));
  if (clause.operator.value === "and") return (issue) => tests.every((test) => test(issue));
  return (issue) => tests.some((test) => test(issue));
}

async function terminalTest<I>(clause: TerminalClause, world: World<I>): Promise<Test<I>> {
  const field = fieldOf(clause, world);
  const operator = clause.operator?.value ?? "=";
  if (past.includes(operator)) return historyTest(clause, field, world);
  if (!operators[field.kind].includes(operator))
    throw new JqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);
  const { operand } = clause;
  if (operand === undefined) throw new JqlError(`Error in the JQL Query: the field '${field.name}' needs a value.`);
  const fragment = await appFragment(clause, operand, world);
  // The fragment stands for the whole clause, its operator included.
  if (fragment !== null) return fragment;
  const values = await operandValues(operand, clause, world);
  return valueTest(field, operator, field.name.toLowerCase() === "resolution" ? values.map(unresolved) : values, world);
}

/** A function of an app answers JQL; it stands alone behind `in` or `not in`, as Jira's own list functions do. */
async function appFragment<I>(clause: TerminalClause, operand: Operand, world: World<I>): Promise<Test<I> | null> {
  if (operand.operandType !== "function" || /^(now|start|end)/i.test(operand.function.value)) return null;
  const values = operand.arguments.map((argument) => argument.value);
  const call = {
    name: operand.function.value,
    values,
    field: clause.field.value,
    operator: clause.operator?.value ?? "=",
  };
  const found = await world.call(call);
  return found.kind === "jql" ? (await compileJql(found.jql, world)).matches : null;
}

function valueTest<I>(
  field: SearchField<I>,
  operator: string,
  values: readonly (string | null)[],
  world: World<I>,
): Test<I> {
  const isEmpty: Test<I> = (issue) => field.terms(issue).length === 0;
  if (operator === "is" || operator === "is not") {
    if (values.some((value) => value !== null)) throw new JqlError(`The operator '${operator}' takes only EMPTY.`);
    return operator === "is" ? isEmpty : (issue) => !isEmpty(issue);
  }
  const present = values.filter((value) => value !== null);
  const tests = present.map((value) => oneTest(field, operator, value, world));
  const some: Test<I> = (issue) =>
    tests.some((test) => field.terms(issue).some(test)) || (present.length < values.length && isEmpty(issue));
  if (!isNegative(operator)) return some;
  // An empty field is neither equal nor unequal: `assignee != x` leaves unassigned work items out.
  return (issue) => !isEmpty(issue) && !some(issue);
}

function oneTest<I>(field: SearchField<I>, operator: string, value: string, world: World<I>): (term: Term) => boolean {
  if (field.kind === "text") return textTest(value);
  const isOrder = ordering.includes(operator);
  if (field.kind === "set" || (field.kind === "ranked" && !isOrder)) {
    const missing = field.missing(value);
    if (missing !== null) throw new JqlError(missing);
    return (term) => term.names.includes(value.toLowerCase());
  }
  const wanted = orderOf(field, value, world);
  if (operator === "<") return (term) => Number(term.order) < wanted;
  if (operator === ">") return (term) => Number(term.order) > wanted;
  if (operator === "<=") return (term) => Number(term.order) <= wanted;
  if (operator === ">=") return (term) => Number(term.order) >= wanted;
  const grain = field.kind === "instant" ? 60_000 : 1;
  return (term) => Math.floor(Number(term.order) / grain) === Math.floor(wanted / grain);
}

function orderOf<I>(field: SearchField<I>, value: string, world: World<I>): number {
  if (field.kind === "instant" || field.kind === "day") return momentOf(value, field.name, world);
  const order = field.kind === "number" ? Number(value) : (field.rankOf(value) ?? Number.NaN);
  if (!Number.isNaN(order)) return order;
  throw new JqlError(field.missing(value) ?? `The value '${value}' does not exist for the field '${field.name}'.`);
}

function fieldOf<I>(clause: TerminalClause, world: World<I>): SearchField<I> {
  const { value, properties } = clause.field;
  const [property] = properties ?? [];
  const path = (property?.path ?? [])
    .map(({ value: step }) => step)
    .join("")
    .replace(/^\./, "");
  const entity = value.split(".")[0] ?? value;
  const field = property === undefined ? world.field(value) : world.property(entity, property.key?.value ?? "", path);
  if (field === null) throw new JqlError(`Field '${value}' does not exist or you do not have permission to view it.`);
  return field;
}

function comparison<I>(orderBy: OrderBy | undefined, world: World<I>): (left: I, right: I) => number {
  const fields = orderBy?.fields ?? [];
  if (fields.length > 7) throw new JqlError("The maximum number of fields in the ORDER BY clause is 7.");
  const steps = fields.map(({ field: { value }, direction }) => {
    const field = world.field(value);
    if (field === null) throw new JqlError(`Not able to sort using field '${value}'.`);
    return { field, sign: direction?.value === "DESC" ? -1 : 1 };
  });
  return (left, right) => {
    for (const { field, sign } of steps) {
      const order = compareTerms(field.terms(left)[0], field.terms(right)[0]);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

function compareTerms(left: Term | undefined, right: Term | undefined): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return left.order < right.order ? -1 : Number(left.order > right.order);
}

/** `resolution = Unresolved` is how people ask for an empty one. */
function unresolved(value: string | null): string | null {
  return value?.toLowerCase() === "unresolved" ? null : value;
}

function isNegative(operator: string): boolean {
  return operator.startsWith("!") || operator.startsWith("not") || operator.endsWith("not");
}

function position(error: object): number {
  return "charPositionInLine" in error && typeof error.charPositionInLine === "number" ? error.charPositionInLine : 0;
}
