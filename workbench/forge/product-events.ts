import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ProductEvent } from "../wire/wire";
import type { Clock } from "../wire/clock";
import type { Deliveries, Delivery } from "./deliveries";
import type { Invocation } from "./invocations";
import { productEvents as limits } from "./limits";
import type { Manifest } from "./manifest";

// Only these keys: an expression or a property filter would have to be evaluated, and passing one by would deliver too much.
const filter = z.strictObject({ ignoreSelf: z.boolean().default(false) });
const trigger = z.looseObject({
  key: z.string(),
  function: z.string(),
  events: z.array(z.string()),
  filter: filter.optional(),
});

/** Product events reach the app late and perhaps twice, never within the call that caused them. */
export function createProductEvents(manifest: Manifest, deliveries: Deliveries, clock: Clock) {
  const triggers = z.array(trigger).parse(manifest.modulesOf("trigger"));
  return {
    send({ eventType, selfGenerated, payload }: ProductEvent): void {
      const body = { ...payload, eventType, selfGenerated };
      if (Buffer.byteLength(JSON.stringify(body)) > limits.bytes) return;
      const wanted = triggers.filter(
        (each) => each.events.includes(eventType) && !(each.filter?.ignoreSelf === true && selfGenerated),
      );
      const dueAt = clock.now() + limits.delayMs;
      const letter = {
        kind: "product",
        job: randomUUID(),
        body,
        lane: null,
        delaySeconds: null,
        dueAt,
        depth: 0,
      } as const;
      deliveries.add(wanted.map(({ key }) => ({ ...letter, moduleKey: key })));
    },
    invocation({ module_key: moduleKey, body }: Delivery): Invocation {
      const target = triggers.find((each) => each.key === moduleKey);
      if (target === undefined) throw new Error(`The manifest has no trigger "${moduleKey}" any more.`);
      return {
        functionKey: target.function,
        moduleKey,
        moduleType: "trigger",
        payload: JSON.parse(body),
        accountId: null,
      };
    },
  };
}
