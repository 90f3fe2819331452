import { cohort } from "#domain/adoption/cohort";
import type { PersonFacts } from "#domain/adoption/facts";
import { defaultRule } from "#domain/adoption/independence";
import { expect, test } from "vitest";

const day = 86_400_000;
const goLive = Date.parse("2026-03-16T00:00:00Z");
const clock = { goLive: { sales: goLive }, cut: goLive + 10 * day, rule: defaultRule };

function person(more: Partial<PersonFacts>): PersonFacts {
  return {
    person: 1,
    wave: "sales",
    department: null,
    accessAt: null,
    leftAt: null,
    candidates: [],
    tickets: [],
    ...more,
  };
}

function workedOn(days: number): Pick<PersonFacts, "candidates"> {
  return { candidates: [{ at: goLive + days * day, process: "order", kind: "transaction", assisted: false }] };
}

test.each([
  ["an independent transaction is the event", person(workedOn(3)), [3], [1]],
  ["nobody yet: watched to the cut, not to now", person({}), [10], [0]],
  ["access after go-live starts the clock later", person({ accessAt: goLive + 2 * day, ...workedOn(5) }), [3], [1]],
  ["access before go-live does not start it earlier", person({ accessAt: goLive - 9 * day, ...workedOn(5) }), [5], [1]],
  ["who left is a competing event, not somebody waiting", person({ leftAt: goLive + 4 * day }), [4], [2]],
  ["who worked and then left had the event", person({ leftAt: goLive + 4 * day, ...workedOn(3) }), [3], [1]],
  ["who left after the cut is still waiting at it", person({ leftAt: goLive + 40 * day }), [10], [0]],
  ["work after the cut is not known yet", person(workedOn(11)), [10], [0]],
])("A4 %s", (_, facts, time, status) => {
  const found = cohort([facts], clock);
  expect([...found.time]).toEqual(time);
  expect([...found.status]).toEqual(status);
});

test.each([
  ["without a wave", person({ wave: null })],
  ["in a wave that is not live", person({ wave: "service" })],
  ["with access only after the cut", person({ accessAt: goLive + 20 * day })],
  ["gone before the start", person({ leftAt: goLive - day })],
])("A4 a person %s has not started and is counted as such", (_, facts) => {
  const found = cohort([facts], clock);
  expect({ watched: found.time.length, notStarted: found.notStarted }).toEqual({ watched: 0, notStarted: 1 });
});
