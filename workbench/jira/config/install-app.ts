import type { InstalledApp } from "../../wire/wire";
import type { Field, FieldSchema } from "../config-records";
import type { Site } from "../site";
import { administratorGroup, licensedGroup } from "./bare-site";
import { extensionAri } from "./permission-table";

type Declared = Readonly<Record<string, unknown>>;
type Stored = Pick<Site, "store">;

/**
 * What Jira takes over from a manifest when an app is installed or upgraded: its system user, fields and global grants.
 * A project permission that an app brings is in no permission scheme until an administrator grants it.
 */
export function installApp(site: Stored, app: InstalledApp): void {
  const { store } = site;
  const short = app.appId.split("/").at(-1) ?? app.appId;
  const accountId = `557058:${short}`;
  const person = { id: accountId, email: `${short}@connect.atlassian.com`, displayName: "Uptake", timeZone: "UTC" };
  store.collection("user").put({ ...person, locale: "en_US", active: true, accountType: "app" });
  const { appId, environmentId, modules } = app;
  store.collection("app").put({ id: appId, environmentId, accountId, modules });
  for (const declared of modules["jira:customField"] ?? []) addField(site, app, declared);
  for (const declared of modules["jira:globalPermission"] ?? []) grantGlobally(site, app, declared);
}

function addField({ store }: Stored, app: InstalledApp, declared: Declared): void {
  const fields = store.collection("field");
  const moduleKey = String(declared["key"]);
  const key = extensionAri(app, moduleKey);
  const known = fields.find((field) => field.key === key);
  const id = known?.id ?? `customfield_${fields.nextId()}`;
  const customId = Number(id.slice("customfield_".length));
  const name = text(declared["name"]);
  const flags = { custom: true, orderable: true, navigable: true, searchable: true, locked: true, trashed: false };
  const field: Field = {
    id,
    key,
    name,
    description: text(declared["description"]),
    schema: { ...schemaOf(declared), custom: key, customId },
    searcherKey: null,
    clauseNames: [`cf[${customId}]`, name],
    app: { appId: app.appId, moduleKey, readOnly: declared["readOnly"] === true },
    scopeProjectId: null,
    ...flags,
  };
  fields.put(field);
  if (known !== null) return;
  const contexts = store.collection("fieldContext");
  const title = `Default Configuration Scheme for ${name}`;
  contexts.put({ id: contexts.nextId(), fieldId: id, name: title, description: "", projectIds: [], issueTypeIds: [] });
}

function schemaOf(declared: Declared): FieldSchema {
  const type = text(declared["type"]) || "string";
  return declared["collection"] === "list" ? { type: "array", items: type } : { type };
}

function grantGlobally({ store }: Stored, app: InstalledApp, declared: Declared): void {
  const permission = extensionAri(app, String(declared["key"]));
  const wanted = Array.isArray(declared["defaultGrants"]) ? declared["defaultGrants"].map(String) : [];
  const names = wanted.map((grant) => (grant === "all" ? licensedGroup : grant));
  for (const name of names.filter((grant) => grant === licensedGroup || grant === administratorGroup)) {
    const groupId = `group-${name}`;
    store.collection("globalGrant").put({ id: `${permission}:${groupId}`, permission, groupId });
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
