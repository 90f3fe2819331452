import { eventInstant } from "#app/events/event-instant";
import { usageEvent } from "#contract/usage-event";
import * as fc from "fast-check";
import { expect, test } from "vitest";

test("an instant is what Date.parse says, however it is written", () => {
  const instant = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      const whole = date.toISOString();
      for (const text of [whole, whole.replace(/\.\d{3}/, "")]) expect(eventInstant(text)).toBe(Date.parse(text));
    }),
  );
});

test.each([
  "2026-03-17T09:12:00+01:00",
  "2026-03-17T09:12:00.5Z",
  "2026-03-17T09:12:00.123456Z",

  "2024-02-29T23:59:59Z",
])("what the schema takes is read alike: %s", (at) => {
  const event = usageEvent.safeParse({ id: "1", plan: "p", person: "a", at, kind: "login" });
  expect(event.success).toBe(true);
  expect(eventInstant(at)).toBe(Date.parse(at));
});
