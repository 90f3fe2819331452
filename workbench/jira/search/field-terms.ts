import { plainText } from "../expressions/plain-text";
import type { Field } from "../config-records";
import type { Issue } from "../records";
import type { Eyes } from "./clause-fields";
import type { SearchField, Term } from "./world";

type Values = Pick<SearchField<Issue>, "kind" | "terms" | "missing" | "rankOf">;
interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** The fields that hold ids of named records, by schema type. */
const collections = {
  issuetype: "issueType",
  status: "status",
  priority: "priority",
  resolution: "resolution",
  component: "component",
  version: "version",
  securitylevel: "securityLevel",
  group: "group",
} as const;

/** How the values of a field are named, ordered and checked, by the type its schema gives. */
export function valuesOf(eyes: Eyes, field: Field): Values {
  const type = field.schema.type === "array" ? (field.schema.items ?? "string") : field.schema.type;
  if (type === "number") return measured(field, "number", Number);
  if (type === "date") return measured(field, "day", (value) => Date.parse(String(value)));
  if (type === "datetime")
    return measured(field, "instant", (value) => (typeof value === "number" ? value : Date.parse(String(value))));
  const known = knownValues(eyes, field, type);
  if (known === null) return field.schema.type === "array" ? free(field) : { ...free(field), kind: "text" };
  return { ...chosen(field, known, holderOf(eyes, field)), kind: type === "priority" ? "ranked" : "set" };
}

function knownValues({ site: { store }, canBrowse }: Eyes, field: Field, type: string): readonly Named[] | null {
  if (type === "statusCategory") return categories;
  if (type === "project")
    return store
      .collection("project")
      .all()
      .filter(canBrowse)
      .map(({ id, key, name }) => ({ id, names: [key, name] }));
  if (type === "option")
    return store
      .collection("option")
      .where("fieldId", field.id)
      .map(({ id, value }) => ({ id, names: [value] }));
  if (type === "user")
    return store
      .collection("user")
      .all()
      .map(({ id, displayName, email }) => ({ id, names: [displayName, email] }));
  if (type === "issuelink")
    return store
      .collection("issue")
      .all()
      .map(({ id, key }) => ({ id, names: [key] }));
  const kind = Object.entries(collections).find(([name]) => name === type)?.[1];
  if (kind === undefined) return null;
  const records: readonly { readonly id: string; readonly name: string }[] = store.collection(kind).all();
  const known = records.map(({ id, name }) => ({ id, names: [name] }));
  // Priorities are listed from the highest down.
  return type === "priority" ? known.toReversed() : known;
}

/** Where a work item keeps the id that the field shows. */
function holderOf({ site: { store } }: Eyes, field: Field): (issue: Issue) => unknown {
  if (field.id === "project") return ({ projectId }) => projectId;
  if (field.id === "issuetype") return ({ typeId }) => typeId;
  if (field.id === "statusCategory")
    return ({ fields }) => store.collection("status").get(String(fields["status"]))?.categoryKey;
  return rawOf(field);
}

const categories: readonly Named[] = [
  { id: "new", names: ["To Do", "2"] },
  { id: "indeterminate", names: ["In Progress", "4"] },
  { id: "done", names: ["Done", "3", "Complete"] },
];

/** A field that holds ids of known things. */
function chosen(field: Field, known: readonly Named[], read: (issue: Issue) => unknown): Values {
  const terms = new Map(
    known.map(({ id, names }, at): [string, Term] => {
      const all = [id, ...names].map((name) => name.toLowerCase());
      return [id, { names: all, order: at }];
    }),
  );
  const ranks = new Map(
    [...terms.values()].flatMap(({ names, order }) => names.map((name) => [name, Number(order)] as const)),
  );
  return {
    kind: "set",
    terms: (issue) => listed(read(issue)).flatMap((id) => terms.get(String(id)) ?? []),
    rankOf: (value) => ranks.get(value.toLowerCase()) ?? null,
    missing: (value) =>
      ranks.has(value.toLowerCase())
        ? null
        : `The value '${value}' does not exist for the field '${field.clauseNames[0] ?? field.name}'.`,
  };
}

function measured(field: Field, kind: "number" | "day" | "instant", read: (value: unknown) => number): Values {
  const raw = rawOf(field);
  return {
    kind,
    missing: () => null,
    rankOf: () => null,
    terms: (issue) => listed(raw(issue)).map((value) => ({ names: [], order: read(value) })),
  };
}

function free(field: Field): Values {
  const raw = rawOf(field);
  const terms = (issue: Issue): readonly Term[] =>
    listed(raw(issue)).map((value) => {
      const text = (plainText(value) || JSON.stringify(value)).toLowerCase();
      return { names: [text], order: text };
    });
  return { kind: "set", missing: () => null, rankOf: () => null, terms };
}

function rawOf(field: Field): (issue: Issue) => unknown {
  if (field.id === "created") return ({ created }) => created;
  if (field.id === "updated") return ({ updated }) => updated;
  return ({ fields }) => fields[field.id];
}

function listed(value: unknown): readonly unknown[] {
  if (value === null || value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}
