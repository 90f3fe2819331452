import { Problem } from "../problem";
import { noContent, ok, route, type Answer, type Call, type Route } from "../router";
import { reads } from "./admission";

export interface PropertyOwner {
  /** Path of the properties, as the OpenAPI document spells it. */
  readonly path: string;
  readonly entity: string;
  readonly writeScopes: readonly string[];
  /** The id of whatever holds the properties; refuses a caller who may not read, or not write, them. */
  readonly readable: (call: Call) => string;
  readonly writable: (call: Call) => string;
}

/** Entity properties of anything but a work item. */
export function propertyRoutes(owner: PropertyOwner): readonly Route[] {
  const one = `${owner.path}/{propertyKey}`;
  const write = { scopes: owner.writeScopes };
  return [
    route("GET", owner.path, { scopes: reads, handler: (call) => keys(call, owner) }),
    route("GET", one, { scopes: reads, handler: (call) => found(call, owner, owner.readable(call)) }),
    route("PUT", one, { ...write, handler: (call) => put(call, owner) }),
    route("DELETE", one, {
      ...write,
      handler(call) {
        const entityId = owner.writable(call);
        found(call, owner, entityId);
        call.site.store.collection("property").delete(idOf(call, owner, entityId));
        return noContent;
      },
    }),
  ];
}

function keys(call: Call, owner: PropertyOwner): Answer {
  const own = call.site.store.collection("property").where("entityId", owner.readable(call));
  const path = owner.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => call.params[name] ?? "");
  const named = own.filter(({ entity }) => entity === owner.entity);
  return ok({ keys: named.map(({ key }) => ({ key, self: `${call.site.siteUrl}${path}/${key}` })) });
}

function idOf({ params }: Call, { entity }: PropertyOwner, entityId: string): string {
  return `${entity}:${entityId}:${params["propertyKey"]}`;
}

function found(call: Call, owner: PropertyOwner, entityId: string): Answer {
  const property = call.site.store.collection("property").get(idOf(call, owner, entityId));
  if (property !== null) return ok({ key: property.key, value: property.value });
  throw new Problem(404, [`Property with key '${call.params["propertyKey"]}' not found.`]);
}

function put(call: Call, owner: PropertyOwner): Answer {
  const entityId = owner.writable(call);
  const { entity } = owner;
  if (JSON.stringify(call.body ?? null).length > 32_768)
    throw new Problem(400, ["The property value must not exceed 32768 characters."]);
  const properties = call.site.store.collection("property");
  const id = idOf(call, owner, entityId);
  const isNew = properties.get(id) === null;
  properties.put({ id, entity, entityId, key: call.params["propertyKey"] ?? "", value: call.body });
  return { status: isNew ? 201 : 200, body: {} };
}
