import { readPlanDocument } from "#contract/plan-item";
import type { Plan } from "#domain/plan/plan";
import { isRecord } from "./details";

type Document = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];

/** A value, then its item: deeper than that no one mistake reaches. */
const mostTries = 3;

/** The plan a document comes to, without the values in it that no plan can hold; null where that leaves no plan. */
export function readable(document: Document): Plan | null {
  let rest = document;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const read = readPlanDocument(rest);
    if (read.success) return read.data;
    rest = without(
      rest,
      read.error.issues.map(({ path }) => path),
    );
  }
  return null;
}

function without(document: Document, faults: readonly Path[]): Document {
  return Object.fromEntries(
    Object.entries(document).flatMap(([section, value]) => {
      const here = faults.filter(([first]) => first === section).map((path) => path.slice(1));
      if (here.length === 0) return [[section, value]];
      if (section === "plan" && isRecord(value)) return [[section, less(value, here)]];
      return Array.isArray(value) && sections.has(section) ? [[section, lessItems(value, here)]] : [];
    }),
  );
}

const sections: ReadonlySet<string> = new Set(["steps", "risks", "rollbacks"]);

/** An item whose very name cannot be read is no item; of the others only the value goes. */
function lessItems(items: readonly unknown[], faults: readonly Path[]): readonly unknown[] {
  return items.flatMap((item: unknown, at) => {
    const here = faults.filter(([first]) => first === at).map((path) => path.slice(1));
    if (here.length === 0) return [item];
    const isWhole = here.some(([field]) => field === undefined || !isRecord(item) || !(String(field) in item));
    return isWhole || !isRecord(item) ? [] : [less(item, here)];
  });
}

function less(record: Document, faults: readonly Path[]): Document {
  const gone = new Set(faults.map(([field]) => String(field)));
  return Object.fromEntries(Object.entries(record).filter(([field]) => !gone.has(field)));
}
