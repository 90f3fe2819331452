import type { Field, Project } from "../config-records";
import type { ChangeItem, Issue } from "../records";
import { plainText } from "../expressions/plain-text";
import type { Site } from "../site";
import { valuesOf } from "./field-terms";
import type { SearchField, Span, Term } from "./world";

/** What the searching person may see. */
export interface Eyes {
  readonly site: Site;
  readonly canSee: (issue: Issue) => boolean;
  readonly canBrowse: (project: Project) => boolean;
}

type IssueField = SearchField<Issue>;

const withHistory = new Set(["status", "assignee", "priority", "reporter", "resolution", "fixVersions"]);
const plain = { history: null, missing: () => null, rankOf: () => null };

/** The field a JQL name stands for: one of Jira's, a custom field by name or `cf[…]`, or an alias of an indexed property. */
export function clauseField(eyes: Eyes, name: string): IssueField | null {
  const wanted = name.toLowerCase();
  const special = specialField(eyes, wanted);
  if (special !== null) return special;
  const fields = eyes.site.store.collection("field").all();
  const field = fields.find(
    ({ clauseNames, trashed }) => !trashed && clauseNames.some((clause) => clause.toLowerCase() === wanted),
  );
  if (field !== undefined) return recordField(eyes, field, name);
  const indexed = indexedPaths(eyes).find(({ alias }) => alias?.toLowerCase() === wanted);
  return indexed === undefined ? null : propertyField(eyes, indexed.key, indexed.path);
}

/** A path of an entity property, searchable only when the manifest of an installed app indexes it. */
export function propertyField(eyes: Eyes, key: string, path: string): IssueField | null {
  const declared = indexedPaths(eyes).find((known) => known.key === key && known.path === path);
  if (declared === undefined) return null;
  const kinds: Readonly<Record<string, IssueField["kind"]>> = { number: "number", text: "text", date: "instant" };
  const kind = kinds[declared.type] ?? "set";
  const order = (value: unknown): Term["order"] =>
    kind === "instant" ? Date.parse(String(value)) : kind === "number" ? Number(value) : String(value).toLowerCase();
  const terms = (issue: Issue): readonly Term[] => {
    const held = path.split(".").reduce<unknown>(step, issue.properties[key]);
    const values: readonly unknown[] = Array.isArray(held) ? held : held === undefined || held === null ? [] : [held];
    return values.map((value) => ({ names: [String(value).toLowerCase()], order: order(value) }));
  };
  return { ...plain, name: declared.alias ?? `issue.property[${key}].${path}`, kind, terms };
}

interface IndexedPath {
  readonly key: string;
  readonly path: string;
  readonly type: string;
  readonly alias: string | null;
}

function indexedPaths({ site }: Eyes): readonly IndexedPath[] {
  return site.store
    .collection("app")
    .all()
    .flatMap(({ modules }) =>
      (modules["jira:entityProperty"] ?? [])
        .filter((module) => module["entityType"] === "issue")
        .flatMap((module) => {
          const values: readonly unknown[] = Array.isArray(module["values"]) ? module["values"] : [];
          const read = (value: unknown, name: string): string | null => {
            const held = step(value, name);
            return typeof held === "string" ? held : null;
          };
          return values.map((value) => ({
            key: String(module["propertyKey"]),
            path: read(value, "path") ?? "",
            type: read(value, "type") ?? "string",
            alias: read(value, "searchAlias"),
          }));
        }),
    );
}

function step(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function specialField(eyes: Eyes, name: string): IssueField | null {
  const { store } = eyes.site;
  if (["key", "id", "issue", "issuekey", "workitem", "workitemkey"].includes(name)) return keyField(eyes);
  const texts = (read: (issue: Issue) => readonly string[]) => (issue: Issue) =>
    read(issue)
      .filter((text) => text !== "")
      .map((text): Term => ({ names: [text.toLowerCase()], order: text.toLowerCase() }));
  const comments = (issue: Issue) =>
    store
      .collection("comment")
      .where("issueId", issue.id)
      .map(({ body }) => plainText(body));
  if (name === "comment") return { ...plain, name, kind: "text", terms: texts(comments) };
  if (name === "text") {
    const own = ({ fields }: Issue) => [fields["summary"], fields["description"], fields["environment"]].map(plainText);
    return { ...plain, name, kind: "text", terms: texts((issue) => [[...own(issue), ...comments(issue)].join("\n")]) };
  }
  if (name === "watcher") return { ...plain, name, kind: "set", terms: texts(({ watcherIds }) => watcherIds) };
  if (name === "issuelinktype" || name === "issuelink") return linkField(eyes, name);
  return null;
}

function keyField({ site, canSee }: Eyes): IssueField {
  const issues = site.store.collection("issue");
  const find = (value: string): Issue | null => issues.where("key", value.toUpperCase())[0] ?? issues.get(value);
  return {
    name: "key",
    kind: "ranked",
    history: null,
    terms: ({ id, key }) => [{ names: [id, key.toLowerCase()], order: keyOrder(key) }],
    rankOf: (value) => (find(value) === null ? null : keyOrder(find(value)?.key ?? "")),
    missing(value) {
      const issue = find(value);
      return issue !== null && canSee(issue) ? null : `An issue with key '${value}' does not exist for field 'key'.`;
    },
  };
}

/** Within a space by number; the space's letters come first, as digits of a number in base 27. */
function keyOrder(key: string): number {
  const [letters = "", digits = "0"] = key.split("-");
  const space = Array.from(letters.slice(0, 5), (letter) => letter.charCodeAt(0) - 64);
  return space.reduce((sum, letter) => sum * 27 + letter, 0) * 1e7 + Number(digits);
}

function linkField({ site }: Eyes, name: "issuelinktype" | "issuelink"): IssueField {
  const { store } = site;
  const links = store.collection("issueLink");
  const one = (typeId: string, side: "inward" | "outward", otherId: string): Term => {
    const type = store.collection("linkType").get(typeId);
    const other = store.collection("issue").get(otherId);
    const names = name === "issuelink" ? [other?.key ?? "", otherId] : [type?.name ?? "", type?.[side] ?? "", typeId];
    return { names: names.map((text) => text.toLowerCase()), order: names[0] ?? "" };
  };
  const terms = ({ id }: Issue): readonly Term[] => [
    ...links.where("sourceId", id).map((link) => one(link.typeId, "outward", link.destinationId)),
    ...links.where("destinationId", id).map((link) => one(link.typeId, "inward", link.sourceId)),
  ];
  return { ...plain, name, kind: "set", terms };
}

function recordField(eyes: Eyes, field: Field, name: string): IssueField {
  const values = valuesOf(eyes, field);
  const history = withHistory.has(field.id) ? (issue: Issue) => spans(eyes.site, field.id, issue, values.terms) : null;
  return { name, kind: values.kind, terms: values.terms, missing: values.missing, rankOf: values.rankOf, history };
}

/** The past of a field: its value at creation, then one span for each change. */
function spans({ store }: Site, fieldId: string, issue: Issue, terms: IssueField["terms"]): readonly Span[] {
  const histories = store.collection("history").where("issueId", issue.id);
  const changes = histories.flatMap(({ created, authorId, items }) =>
    items.filter((item) => item.fieldId === fieldId).map((item) => ({ at: created, by: authorId, item })),
  );
  const names = (id: string | null, text: string | null) =>
    [id, text].filter((name) => name !== null).map((name) => name.toLowerCase());
  const [first] = changes;
  const initial =
    first === undefined ? terms(issue).flatMap((term) => term.names) : names(first.item.from, first.item.fromText);
  const after = ({ to, toText }: ChangeItem) => names(to, toText);
  return [
    { names: initial, since: issue.created, until: first?.at ?? null, by: null },
    ...changes.map(({ at, by, item }, place) => ({
      names: after(item),
      since: at,
      until: changes[place + 1]?.at ?? null,
      by,
    })),
  ];
}
