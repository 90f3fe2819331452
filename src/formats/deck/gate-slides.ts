import type { MetricView, SnapshotView } from "#contract/adoption";
import { bare } from "./bare";
import type { Slide, SlideVerdict } from "./deck";
import { verdictOf } from "./verdict-of";

/** More lines than this are not read across a room; the rest stand on a slide of their own. */
const mostLines = 7;

/** What the second gate looks at: on as many slides as its lines need. */
export function gateSlides(snapshot: SnapshotView, age: Pick<Slide, "age" | "isOld">): readonly Slide[] {
  const { gate, gateLines, easier } = snapshot;
  const count = Math.max(1, Math.ceil(gateLines.length / mostLines));
  const verdict: SlideVerdict = gate.open
    ? { colour: "GREEN", reason: null }
    : { colour: "RED", reason: `${gate.unmet} of ${gate.total} lines are not met` };
  return Array.from({ length: count }, (_, at) => ({
    ...bare,
    ...age,
    id: at === 0 ? "gate" : `gate-${at + 1}`,
    kind: "gate",
    title: count === 1 ? "Second gate" : `Second gate (${at + 1} of ${count})`,
    verdict,
    sentence: gate.sentence,
    changes: at === 0 ? easier.map(({ sentence }) => sentence) : [],
    lines: gateLines
      .slice(at * mostLines, (at + 1) * mostLines)
      .map((line) => ({ verdict: verdictOf(line.verdict), text: sayLine(line) })),
    takesComment: at === 0,
  }));
}

/** The line of a wave names its wave in title and sentence, and that of a metric may name itself; once is enough. */
function sayLine({ title, sentence }: MetricView): string {
  const end = title.indexOf(": ");
  const wave = end < 0 ? null : title.slice(0, end + 2);
  const rest = wave !== null && sentence.startsWith(wave) ? sentence.slice(wave.length) : sentence;
  return rest.startsWith(title) ? rest : `${title}: ${rest}`;
}
