import { dateMembers, dayMembers, instantOf, today } from "./dates";
import { ExpressionError, isList, isSame, toJson, typeOf, type Value } from "./value";

type Method = (values: readonly Value[]) => Value;

/** A property of a value, or a method ready to be called. */
export function memberOf(target: Value, name: Value): Value {
  if (target === null) throw new ExpressionError(`Cannot read property '${String(toJson(name))}' of null.`);
  if (typeof target === "object" && isList(target) && typeof name === "number") return target[name] ?? null;
  if (typeof name !== "string") throw new ExpressionError(`Expected String but got ${typeOf(name)}.`);
  const value = read(target, name);
  if (value !== undefined) return value;
  throw new ExpressionError(`Unrecognized property of \`${typeOf(target)}\`: \`${name}\`.`);
}

export function constructed(type: string, values: readonly Value[], context: ReadonlyMap<string, Value>): Value {
  const [first] = values;
  if (type === "Date") return { kind: "date", at: first === undefined ? nowIn(context) : instantOf(first) };
  if (type === "CalendarDate")
    return typeof first === "string" ? { kind: "day", day: first.slice(0, 10) } : today(nowIn(context));
  if (type === "Map") return { kind: "map", entries: new Map() };
  throw new ExpressionError(`Unrecognized type: '${type}'.`);
}

/** The clock is one of the names an expression is given, under a name nobody can write. */
export const clockName = "(now)";

export function text(value: Value | undefined): string {
  if (typeof value !== "string") throw new ExpressionError(`Expected String but got ${typeOf(value ?? null)}.`);
  return value;
}

export function number(value: Value | undefined): number {
  if (typeof value !== "number") throw new ExpressionError(`Expected Number but got ${typeOf(value ?? null)}.`);
  return value;
}

function nowIn(context: ReadonlyMap<string, Value>): number {
  return number(context.get(clockName));
}

function read(target: Value, name: string): Value | undefined {
  if (typeof target === "string") return name === "length" ? target.length : method(stringMethods(target)[name]);
  if (target === null || typeof target !== "object") return undefined;
  if (isList(target)) return name === "length" ? target.length : method(listMethods(target)[name]);
  if (target.kind === "bean") return target.read(name);
  if (target.kind === "date") return method(dateMembers(target)[name]);
  if (target.kind === "day") return method(dayMembers(target)[name]);
  if (target.kind !== "map") return undefined;
  const { entries } = target;
  const methods: Readonly<Record<string, Method>> = {
    get: ([key]) => entries.get(text(key)) ?? null,
    set: ([key, value]) => ({ kind: "map", entries: new Map([...entries, [text(key), value ?? null]]) }),
  };
  return entries.get(name) ?? method(methods[name]) ?? null;
}

function method(call: Method | undefined): Value | undefined {
  return call === undefined ? undefined : { kind: "lambda", call };
}

function stringMethods(target: string): Readonly<Record<string, Method>> {
  return {
    trim: () => target.trim(),
    toLowerCase: () => target.toLowerCase(),
    toUpperCase: () => target.toUpperCase(),
    includes: ([part]) => target.includes(text(part)),
    startsWith: ([part]) => target.startsWith(text(part)),
    endsWith: ([part]) => target.endsWith(text(part)),
    indexOf: ([part]) => target.indexOf(text(part)),
    split: ([by]) => target.split(text(by)),
    slice: ([from, to]) => target.slice(number(from ?? 0), to === undefined ? undefined : number(to)),
    replace: ([from, to]) => target.replace(text(from), text(to)),
  };
}

function listMethods(target: readonly Value[]): Readonly<Record<string, Method>> {
  const apply = (call: Value | undefined, values: readonly Value[]): Value => {
    if (call !== null && typeof call === "object" && "call" in call) return call.call(values);
    throw new ExpressionError(`Expected Function but got ${typeOf(call ?? null)}.`);
  };
  const holds = (call: Value | undefined) => (item: Value, at: number) => apply(call, [item, at]) === true;
  const index = (item: Value | undefined): number => target.findIndex((other) => isSame(other, item ?? null));
  return {
    map: ([call]) => target.map((item, at) => apply(call, [item, at])),
    flatMap: ([call]) => target.flatMap((item, at) => apply(call, [item, at])),
    flatten: () => target.flatMap((item) => item),
    filter: ([call]) => target.filter(holds(call)),
    some: ([call]) => target.some(holds(call)),
    every: ([call]) => target.every(holds(call)),
    includes: ([item]) => index(item) >= 0,
    indexOf: ([item]) => index(item),
    concat: ([other]) => target.concat(other ?? null),
    join: ([by]) => target.map((item) => String(toJson(item))).join(by === undefined ? "," : text(by)),
    slice: ([from, to]) => target.slice(number(from ?? 0), to === undefined ? undefined : number(to)),
    sort: ([call]) => target.toSorted((a, b) => number(apply(call, [a, b]))),
    reduce: ([call, ...start]) => {
      if (target.length + start.length === 0)
        throw new ExpressionError("Reduce of an empty list with no initial value.");
      return [...start, ...target].reduce((sum, item) => apply(call, [sum, item]));
    },
  };
}
