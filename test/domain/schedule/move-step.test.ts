import { array, assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Moved } from "#domain/schedule/move-step";
import { openMoves } from "#domain/schedule/move-step";
import type { LinkType, Network, Pin } from "#domain/schedule/network";
import { office } from "../calendar/office";
import { links, network, scheduled, task, when } from "./networks";

const at = (text: string) => Date.parse(`2026-03-${text}Z`);

function moveStep(of: Network, id: string, start: number): Moved {
  const moves = openMoves(of);
  if (moves.kind !== "moves") throw new Error(moves.kind);
  const moved = moves.move(id, start);
  if (moved === null) throw new Error(`${id} is not there`);
  return moved;
}

const said = ({ moved }: Moved) => moved.map(({ id, after }) => `${id} ${when(after.start, after.finish)}`);

describe("M6 what a drag would do", () => {
  const chain = network([task("a 2d"), task("b 1d"), task("c 1d"), task("z 5d")], links("a FS b", "b FS c"));

  test("what follows moves along, what has room or goes before stays", () => {
    expect(said(moveStep(chain, "b", at("05T08:00")))).toEqual(["b 05T08:00–05T17:00", "c 06T08:00–06T17:00"]);
    expect(moveStep(chain, "b", at("05T08:00")).finish).toEqual({ before: at("06T17:00"), after: at("06T17:00") });
    expect(moveStep(chain, "c", at("09T08:00")).finish.after).toBe(at("09T17:00"));
  });

  test("nothing starts before what it waits for, and the drag says where it comes to lie", () => {
    const moved = moveStep(chain, "b", at("02T08:00"));
    expect([moved.start, moved.moved]).toEqual([at("04T08:00"), []]);
  });

  test("pins and deadlines that can no longer be kept are named, those broken before are not", () => {
    const pin: Pin = { kind: "must-start-on", at: at("04T08:00") };
    const tasks = [task("a 2d"), task("b 1d", { pin }), task("c 1d", { deadline: at("05T17:00") })];
    const { conflicts } = moveStep(network(tasks, links("a FS b", "b FS c", "a FS c")), "a", at("04T08:00"));
    expect(conflicts).toEqual([
      { kind: "pinned-before-predecessors", id: "b", pinned: at("04T08:00"), possible: at("06T08:00") },
      { kind: "deadline-missed", id: "c", deadline: at("05T17:00"), finish: at("06T17:00") },
    ]);
    const late = [task("a 2d", { deadline: at("02T17:00") })];
    expect(moveStep(network(late, []), "a", at("03T08:00")).conflicts).toEqual([]);
  });

  test("a group is dragged with its steps; a circle or a task that is not there has nothing to drag", () => {
    const group = network([task("g 0d"), task("a 1d", { parent: "g" }), task("b 1d", { parent: "g" })], []);
    expect(said(moveStep(group, "g", at("05T08:00")))).toEqual(["a 05T08:00–05T17:00", "b 05T08:00–05T17:00"]);
    expect(openMoves(network([task("a 1d")], links("a FS a")))).toMatchObject({ kind: "cycle" });
    const moves = openMoves(group);
    expect(moves.kind === "moves" ? moves.move("x", 0) : "").toBeNull();
  });

  const saturday = office({ days: ["sat"], hours: ["09:00-13:00"] });
  const drafts = record({
    tasks: array(record({ work: nat(30), kind: nat(5) }), { minLength: 2, maxLength: 9 }),
    links: array(
      record({
        from: nat(8),
        to: nat(8),
        type: constantFrom<LinkType>("FS", "SS", "FF", "SF"),
        lag: integer({ min: -4, max: 8 }),
      }),
      { maxLength: 14 },
    ),
    parent: nat(3),
  });

  test("is what the whole schedule says with that pin, whatever else the plan holds", () => {
    assert(
      property(drafts, nat(8), nat(200), (draft, pick, hours) => {
        const count = draft.tasks.length;
        const tasks = draft.tasks.map(({ work, kind }, place) => {
          const pin: Pin = kind === 1 ? { kind: "as-late-as-possible" } : { kind: "as-soon-as-possible" };
          const isChild = place > 1 && place <= draft.parent;
          const calendar = kind === 2 ? saturday : null;
          return task(`t${String(place)} ${String(work)}h`, { pin, calendar, parent: isChild ? "t0" : null });
        });
        const joined = draft.links
          .filter(({ from, to }) => from < to && to < count && from > draft.parent)
          .flatMap(({ from, to, type, lag }) => links(`t${String(from)} ${type} t${String(to)} ${String(lag)}h`));
        const of = network(tasks, joined);
        const place = pick % count;
        if (place === 0 || draft.tasks[place]!.kind === 1 || draft.tasks.some(({ kind }) => kind === 1)) return;
        const start = at("02T08:00") + hours * 3_600_000;
        const { moved } = moveStep(of, `t${String(place)}`, start);
        const pin: Pin = { kind: "start-no-earlier-than", at: start };
        const whole = scheduled({ ...of, tasks: tasks.map((each, t) => (t === place ? { ...each, pin } : each)) });
        const before = scheduled(of);
        const expected = whole.items
          .filter(({ id, start: s, finish: f }) => {
            const was = before.by[id]!;
            return (s !== was.start || f !== was.finish) && !tasks.some(({ parent }) => parent === id);
          })
          .map(({ id, start: s, finish: f }) => ({ id, start: s, finish: f }));
        expect(moved.map(({ id, after }) => ({ id, ...after }))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
