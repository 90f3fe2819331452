import { plainText } from "../expressions/plain-text";
import type { Field, Issue } from "../records";
import type { Eyes } from "./clause-fields";
import type { SearchField, Term } from "./world";

type Values = Pick<SearchField<Issue>, "kind" | "terms" | "missing" | "rankOf">;
interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** How the values of a field are named, ordered and checked, by the type its schema gives. */
export function valuesOf(eyes: Eyes, field: Field): Values {
  const { store } = eyes.site;
  const type = field.schema.type === "array" ? (field.schema.items ?? "string") : field.schema.type;
  switch (type) {
    case "project":
      return chosen(
        field,
        store
          .collection("project")
          .all()
          .filter(eyes.canBrowse)
          .map(({ id, key, name }) => ({ id, names: [key, name] })),
        (issue) => issue.projectId,
      );
    case "issuetype":
      return chosen(field, store.collection("issueType").all().map(named), (issue) => issue.typeId);
    case "status":
      return chosen(field, store.collection("status").all().map(named));
    case "statusCategory":
      return chosen(
        field,
        categories,
        ({ fields }) => store.collection("status").get(String(fields["status"]))?.categoryKey,
      );
    case "priority":
      return { ...chosen(field, store.collection("priority").all().toReversed().map(named)), kind: "ranked" };
    case "resolution":
      return chosen(field, store.collection("resolution").all().map(named));
    case "component":
      return chosen(field, store.collection("component").all().map(named));
    case "version":
      return chosen(field, store.collection("version").all().map(named));
    case "securitylevel":
      return chosen(field, store.collection("securityLevel").all().map(named));
    case "option":
      return chosen(
        field,
        store
          .collection("option")
          .where("fieldId", field.id)
          .map(({ id, value }) => ({ id, names: [value] })),
      );
    case "group":
      return chosen(field, store.collection("group").all().map(named));
    case "user":
      return chosen(
        field,
        store
          .collection("user")
          .all()
          .map(({ id, displayName, email }) => ({ id, names: [displayName, email] })),
      );
    case "issuelink":
      return chosen(
        field,
        store
          .collection("issue")
          .all()
          .map(({ id, key }) => ({ id, names: [key] })),
      );
    case "number":
      return measured(field, "number", Number);
    case "date":
      return measured(field, "day", (value) => Date.parse(String(value)));
    case "datetime":
      return measured(field, "instant", (value) => (typeof value === "number" ? value : Date.parse(String(value))));
    default:
      return field.schema.type === "array" ? free(field) : { ...free(field), kind: "text" };
  }
}

const categories: readonly Named[] = [
  { id: "new", names: ["To Do", "2"] },
  { id: "indeterminate", names: ["In Progress", "4"] },
  { id: "done", names: ["Done", "3", "Complete"] },
];

function named({ id, name }: { id: string; name: string }): Named {
  return { id, names: [name] };
}

/** A field that holds ids of known things. */
function chosen(field: Field, known: readonly Named[], read: (issue: Issue) => unknown = rawOf(field)): Values {
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
