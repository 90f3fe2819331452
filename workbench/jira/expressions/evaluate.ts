import { constructed, memberOf } from "./members";
import { parseExpression, type Node } from "./parse-expression";
import { ExpressionError, isList, isSame, toJson, typeOf, type Value } from "./value";

/** The names an expression may use. */
export type Context = ReadonlyMap<string, Value>;

/** Counts what Jira calls expensive: everything that loads more than the work item at hand. */
export interface Meter {
  expensive: number;
  steps: number;
}

export const expensiveLimit = 10;
export const stepLimit = 50_000;

export function createMeter(): Meter {
  return { expensive: 0, steps: 0 };
}

export function spend(meter: Meter): void {
  meter.expensive += 1;
  if (meter.expensive > expensiveLimit)
    throw new ExpressionError(
      `The expression is too complex: more than ${expensiveLimit} expensive operations were needed.`,
    );
}

export function evaluate(source: string, context: Context, meter: Meter = createMeter()): Value {
  return valueOf(parseExpression(source), context, meter);
}

function valueOf(node: Node, context: Context, meter: Meter): Value {
  meter.steps += 1;
  if (meter.steps > stepLimit) throw new ExpressionError(`The expression needs more than ${stepLimit} steps.`);
  const of = (inner: Node): Value => valueOf(inner, context, meter);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "name":
      return named(node.name, context);
    case "list":
      return node.items.map(of);
    case "map":
      return { kind: "map", entries: new Map(node.entries.map(([key, value]) => [key, of(value)])) };
    case "template":
      return node.parts.map((part) => textOf(of(part))).join("");
    case "unary":
      return unary(node.sign, of(node.operand));
    case "binary":
      return binary(node.sign, of(node.left), () => of(node.right));
    case "choice":
      return truth(of(node.test)) ? of(node.yes) : of(node.no);
    case "member":
    case "call":
      return chained(node, of) ?? null;
    case "new":
      return constructed(node.type, node.values.map(of), context);
    case "lambda": {
      const bound = (values: readonly Value[]): Context =>
        new Map([...context, ...node.names.map((name, at) => [name, values[at] ?? null] as const)]);
      return { kind: "lambda", call: (values) => valueOf(node.body, bound(values), meter) };
    }
    case "let":
      break;
  }
  return valueOf(node.body, new Map([...context, [node.name, of(node.value)]]), meter);
}

/** undefined once `?.` met null: the rest of the chain is then skipped, as in JavaScript. */
function chained(node: Node, of: (node: Node) => Value): Value | undefined {
  if (node.kind === "call") {
    const callee = chained(node.callee, of);
    if (callee === undefined) return undefined;
    const lambda = callee !== null && typeof callee === "object" && "call" in callee ? callee : null;
    if (lambda === null) throw new ExpressionError(`${typeOf(callee)} cannot be called.`);
    return lambda.call(node.values.map(of));
  }
  if (node.kind !== "member") return of(node);
  const target = chained(node.of, of);
  if (target === undefined || (target === null && node.safe === "safe")) return undefined;
  return memberOf(target, of(node.name));
}

function named(name: string, context: Context): Value {
  const value = context.get(name);
  if (value === undefined) throw new ExpressionError(`Unrecognized identifier: '${name}'.`);
  return value;
}

function truth(value: Value): boolean {
  if (typeof value !== "boolean") throw new ExpressionError(`Expected Boolean but got ${typeOf(value)}.`);
  return value;
}

function unary(sign: string, value: Value): Value {
  if (sign === "typeof") return typeOf(value);
  if (sign === "!") return !truth(value);
  if (typeof value !== "number") throw new ExpressionError(`Expected Number but got ${typeOf(value)}.`);
  return -value;
}

function binary(sign: string, left: Value, right: () => Value): Value {
  if (sign === "??") return left ?? right();
  if (sign === "&&") return truth(left) && truth(right());
  if (sign === "||") return truth(left) || truth(right());
  const other = right();
  if (sign === "==") return isSame(left, other);
  if (sign === "!=") return !isSame(left, other);
  if (sign === "+" && (typeof left === "string" || typeof other === "string")) return textOf(left) + textOf(other);
  if (sign === "+" && isList(left) && isList(other)) return [...left, ...other];
  if (["<", ">", "<=", ">="].includes(sign)) return compared(sign, left, other);
  if (typeof left !== "number" || typeof other !== "number")
    throw new ExpressionError(`Operator '${sign}' cannot be applied to ${typeOf(left)} and ${typeOf(other)}.`);
  if (sign === "+") return left + other;
  if (sign === "-") return left - other;
  if (sign === "*") return left * other;
  if (other === 0) throw new ExpressionError("Division by zero.");
  return sign === "/" ? left / other : left % other;
}

function compared(sign: string, left: Value, right: Value): boolean {
  const [a, b] = [orderOf(left), orderOf(right)];
  if (a === null || b === null || typeOf(left) !== typeOf(right))
    throw new ExpressionError(`Can't compare ${typeOf(left)} to ${typeOf(right)}.`);
  if (sign === "<") return a < b;
  if (sign === ">") return a > b;
  return sign === "<=" ? a <= b : a >= b;
}

function orderOf(value: Value): number | string | null {
  if (typeof value === "number" || typeof value === "string") return value;
  if (value === null || typeof value !== "object" || isList(value)) return null;
  if (value.kind === "date") return value.at;
  return value.kind === "day" ? value.day : null;
}

function textOf(value: Value): string {
  if (value === null || typeof value !== "object") return String(value);
  const json = toJson(value);
  return typeof json === "string" ? json : JSON.stringify(json);
}
