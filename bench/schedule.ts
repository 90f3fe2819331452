import { readCalendar } from "#domain/calendar/calendar";
import type { Calendar } from "#domain/calendar/calendar";
import { workClock } from "#domain/calendar/work-clock";
import { compile } from "#domain/schedule/compile";
import { readFamily } from "#domain/schedule/family";
import type { Graph } from "#domain/schedule/graph";
import type { Link, Network, Task } from "#domain/schedule/network";
import { openMoves } from "#domain/schedule/move-step";
import { orderOf } from "#domain/schedule/order";
import { runGraph } from "#domain/schedule/run";
import { schedule } from "#domain/schedule/schedule";
import type { Measured } from "./measured";

const steps = 100_000;
const rounds = 7;
const leastMs = 60;

/** Dates, slack and critical path of a large plan, against one bare topological pass over the same arrays; and what a drag costs. */
export function run(): Promise<readonly Measured[]> {
  const [small, middle, large] = [timesOf(steps / 100), timesOf(steps / 10), timesOf(steps)];
  const drag = dragTimes(steps / 10);
  return Promise.resolve([
    {
      measure: "schedule of 100,000 steps and 300,000 dependencies with a working calendar",
      value: `${(large.full / large.bare).toFixed(2)} ×`,
      target: "≤ 6 × one bare topological pass over the same arrays",
      met: large.full <= 6 * large.bare,
      detail: `${large.full.toFixed(1)} ms; bare pass ${large.bare.toFixed(1)} ms; best of ${rounds}`,
    },
    growth("ten times as many steps, 10,000 to 100,000", middle.full, large.full),
    growth("ten times as many steps, 1,000 to 10,000", small.full, middle.full),
    {
      measure: "every hundredth of 10,000 steps dragged three days on",
      value: `${(drag.one / drag.whole).toFixed(2)} ×`,
      target: "≤ 0.5 × scheduling the whole plan anew",
      met: drag.one <= 0.5 * drag.whole,
      detail: `${drag.one.toFixed(2)} ms a move, ${drag.whole.toFixed(2)} ms for the whole; ${drag.moved.toFixed(0)} steps moved on average`,
    },
  ]);
}

function growth(name: string, small: number, large: number): Measured {
  return {
    measure: `schedule of ${name}`,
    value: `${(large / small).toFixed(2)} ×`,
    target: "≤ 13 × the time",
    met: large <= 13 * small,
    detail: `${small.toFixed(2)} ms, then ${large.toFixed(1)} ms`,
  };
}

function dragTimes(count: number): { one: number; whole: number; moved: number } {
  const network = drawNetwork(count);
  const moves = openMoves(network);
  if (moves.kind !== "moves") throw new Error(moves.kind);
  const outcome = schedule(network);
  if (outcome.kind !== "scheduled") throw new Error(outcome.kind);
  const picked = outcome.items.filter((_, place) => place % 100 === 0);
  const drag = () =>
    picked.reduce((sum, { id, start }) => {
      const moved = moves.move(id, start + 3 * 86_400_000);
      return sum + (moved?.moved.length ?? 0);
    }, 0);
  const moved = drag() / picked.length;
  const [one, whole] = sideBySide(drag, () => schedule(network));
  return { one: one / picked.length, whole, moved };
}

function timesOf(count: number): { full: number; bare: number } {
  const { graph, calendar } = drawGraph(count);
  const [bare, full] = sideBySide(
    () => barePass(graph),
    () => fullPass(graph, calendar),
  );
  return { full, bare };
}

/** The arrays alone: the objects they were made of would only be walked by every collection of garbage. */
function drawGraph(count: number): { graph: Graph; calendar: Calendar } {
  const network = drawNetwork(count);
  return {
    graph: compile(network, readFamily(network).family, workClock(network.calendar)),
    calendar: network.calendar,
  };
}

/** Everything from the arrays on: the calendar's timetable is built anew each time. */
function fullPass(graph: Graph, calendar: Calendar): void {
  const order = orderOf(graph);
  if (order.kind === "order") runGraph(graph, workClock(calendar), order.nodes);
}

/** The least that any schedule must do: take the steps in order and add up the longest path. */
function barePass({ nodes, firstOut, to, work }: Graph): Float64Array {
  const waits = new Int32Array(nodes);
  for (let edge = 0; edge < to.length; edge += 1) waits[to[edge]!]! += 1;
  const queue = new Int32Array(nodes);
  const finish = new Float64Array(nodes);
  let filled = 0;
  for (let node = 0; node < nodes; node += 1) if (waits[node] === 0) queue[filled++] = node;
  for (let taken = 0; taken < filled; taken += 1) {
    const node = queue[taken]!;
    const end = (finish[node]! += work[node]!);
    for (let edge = firstOut[node]!; edge < firstOut[node + 1]!; edge += 1) {
      const next = to[edge]!;
      if (end > finish[next]!) finish[next] = end;
      waits[next]! -= 1;
      if (waits[next] === 0) queue[filled++] = next;
    }
  }
  return finish;
}

/** Each step waits for three of the two thousand before it, one link in ten with a lag or of another type. */
function drawNetwork(count: number): Network {
  let seed = 7;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const tasks: Task[] = Array.from({ length: count }, (_, place) => ({
    id: `s${place}`,
    title: `Step ${place}`,
    duration: { work: 60 * (1 + draw(16)), elapsed: 0 },
    parent: null,
    pin: { kind: "as-soon-as-possible" },
    deadline: null,
    progress: { kind: "waiting" },
  }));
  const links: Link[] = Array.from({ length: 3 * (count - 1) }, (_, edge) => {
    const to = 1 + (edge % (count - 1));
    const from = to - 1 - draw(Math.min(to, 2000));
    const isOdd = draw(10) === 0;
    const type = isOdd ? (["SS", "FF", "FS"] as const)[draw(3)]! : "FS";
    return { from: `s${from}`, to: `s${to}`, type, lag: { kind: "span", work: isOdd ? 240 : 0, elapsed: 0 } };
  });
  return { start: Date.UTC(2026, 2, 2), calendar: office(), tasks, links };
}

function office(): Calendar {
  const reading = readCalendar({
    zone: "Europe/London",
    days: ["mon", "tue", "wed", "thu", "fri"],
    hours: ["08:00-12:00", "13:00-17:00"],
    holidays: ["2026-04-03", "2026-04-06", "2026-12-25"],
  });
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return reading.calendar;
}

/** Milliseconds of each, the best of several turns taken in alternation. */
function sideBySide(one: () => unknown, other: () => unknown): readonly [number, number] {
  let best: readonly [number, number] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) best = [Math.min(best[0], cost(one)), Math.min(best[1], cost(other))];
  return best;
}

/** In time of this thread, so that what else the machine is busy with counts for nothing; often enough for a coarse clock. */
function cost(work: () => unknown): number {
  const start = spent();
  let times = 0;
  do {
    work();
    times += 1;
  } while (spent() - start < leastMs);
  return (spent() - start) / times;
}

function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
