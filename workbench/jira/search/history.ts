import type { TerminalClause } from "@atlaskit/jql-ast";
import { operandValues, type Test } from "./compile";
import { momentOf } from "./moments";
import { JqlError, type SearchField, type Span, type World } from "./world";

const day = 86_400_000;
type Pick = (span: Span, before: Span | undefined) => boolean;

/** `was …` and `changed …`, read from the changelog: a field's past is a row of spans, each with the person who began it. */
export async function historyTest<I>(clause: TerminalClause, field: SearchField<I>, world: World<I>): Promise<Test<I>> {
  const { history } = field;
  if (history === null) throw new JqlError(`History searches do not support the '${field.name}' field.`);
  const operator = clause.operator?.value ?? "";
  const isChange = operator === "changed";
  const conditions = await Promise.all(predicates(clause, field, world, isChange ? changeTime : spanTime));
  if (clause.operand !== undefined) conditions.push(holding(await operandValues(clause.operand, clause, world), field));
  const first = isChange ? 1 : 0;
  const found: Test<I> = (issue) =>
    history(issue).some((span, at, all) => at >= first && conditions.every((holds) => holds(span, all[at - 1])));
  return operator.includes("not") ? (issue) => !found(issue) : found;
}

function predicates<I>(
  clause: TerminalClause,
  field: SearchField<I>,
  world: World<I>,
  within: Within,
): Promise<Pick>[] {
  return (clause.predicates ?? []).map(async ({ operator: { value: name }, operand }): Promise<Pick> => {
    const values = operand === undefined ? [] : await operandValues(operand, clause, world);
    if (name === "from") {
      const held = holding(values, field);
      return (_, before) => before !== undefined && held(before, undefined);
    }
    if (name === "to") return holding(values, field);
    if (name === "by") return ({ by }) => by !== null && values.includes(by);
    const [start = 0, end = start] = values.map((value) => momentOf(value ?? "", field.name, world));
    if (name === "after") return within(start, Infinity);
    if (name === "before") return within(-Infinity, start);
    return within(start, name === "on" ? start + day : end);
  });
}

type Within = (start: number, end: number) => Pick;
const spanTime: Within = (start, end) => (span) => span.since < end && (span.until ?? Infinity) > start;
const changeTime: Within = (start, end) => (span) => span.since >= start && span.since < end;

function holding<I>(values: readonly (string | null)[], field: SearchField<I>): Pick {
  for (const value of values) {
    const missing = value === null ? null : field.missing(value);
    if (missing !== null) throw new JqlError(missing);
  }
  return ({ names }) =>
    values.some((value) => (value === null ? names.length === 0 : names.includes(value.toLowerCase())));
}
