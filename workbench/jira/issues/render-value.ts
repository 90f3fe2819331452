import { renderComponent, renderPriority, renderResolution, renderStatus, renderVersion, userRef } from "../refs";
import type { Field } from "../config-records";
import type { Call } from "../router";
import { stamp, zoneOf } from "../stamp";
import { isRich, shownText } from "./adf";

/** What whoever asks sees of a raw value: ids become the things they name. */
export function renderValue(call: Call, field: Field, raw: unknown): unknown {
  if (raw === null || raw === undefined) return field.schema.type === "array" && !field.custom ? [] : null;
  if (isRich(field)) return shownText(raw, call.version);
  if (field.schema.type !== "array") return renderOne(call, field.schema.type, raw);
  const { items = "string" } = field.schema;
  return Array.isArray(raw) ? raw.map((item) => renderOne(call, items, item)) : [];
}

function renderOne(call: Call, type: string, raw: unknown): unknown {
  const { site } = call;
  const { store } = site;
  const id = String(raw);
  switch (type) {
    case "user":
      return userRef(site, raw);
    case "status":
      return shown(store.collection("status").get(id), (status) => renderStatus(site, status));
    case "priority":
      return shown(store.collection("priority").get(id), (priority) => renderPriority(site, priority));
    case "resolution":
      return shown(store.collection("resolution").get(id), (resolution) => renderResolution(site, resolution));
    case "component":
      return shown(store.collection("component").get(id), (component) => renderComponent(site, component));
    case "version":
      return shown(store.collection("version").get(id), (version) => renderVersion(site, version));
    case "securitylevel":
      return shown(store.collection("securityLevel").get(id), ({ name, description }) => {
        return { self: `${site.siteUrl}/rest/api/3/securitylevel/${id}`, id, name, description };
      });
    case "option":
      return shown(store.collection("option").get(id), ({ value }) => {
        return { self: `${site.siteUrl}/rest/api/3/customFieldOption/${id}`, value, id };
      });
    case "group":
      return shown(store.collection("group").get(id), ({ name }) => ({ name, groupId: id }));
    case "datetime":
      return stamp(typeof raw === "number" ? raw : Date.parse(id), zoneOf(call));
    default:
      return raw;
  }
}

function shown<T>(record: T | null, render: (record: T) => object): object | null {
  return record === null ? null : render(record);
}
