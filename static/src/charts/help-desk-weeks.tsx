import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { SnapshotView, WeekView } from "#contract/adoption";
import { spellWeek, weekOfDay } from "#domain/calendar/week";

const colour = "var(--ds-chart-purple-bold, #8270db)";
const faint = "var(--ds-border, #091e4224)";
const text = "var(--ds-text-subtle, #44546f)";

interface Props {
  readonly weeks: readonly WeekView[];
  /** The fall where it may be claimed. */
  readonly trend: SnapshotView["trend"]["line"];
  readonly marks: SnapshotView["marks"];
  /** A week in words. */
  readonly say: (week: WeekView) => string;
}

/** A point a week with its interval; hollow while tickets may still come in for it. */
export default function HelpDeskWeeks({ weeks, trend, marks, say }: Props) {
  const rows = weeks.map((week) => ({ ...week, error: errorOf(week), fall: fallAt(trend, week.week) }));
  const placed = placeMarks(marks, weeks);
  return (
    <figure className="chart" aria-label="Help-desk tickets for each active person, by week">
      <ResponsiveContainer width="100%" height={220}>
        <ComposedChart data={rows} margin={{ top: 8, right: 16, bottom: 4, left: 0 }}>
          <CartesianGrid stroke={faint} vertical={false} />
          <XAxis dataKey="week" stroke={text} tick={{ fontSize: 11 }} tickFormatter={(week: string) => week.slice(5)} />
          <YAxis stroke={text} tick={{ fontSize: 12 }} width={48} domain={[0, "auto"]} />
          <Tooltip content={<Hint weeks={weeks} say={say} />} />
          {placed.map(({ week, names }, at) => (
            <ReferenceLine
              key={week}
              x={week}
              stroke={text}
              strokeDasharray="3 3"
              label={{ value: names, fill: text, fontSize: 11, position: "insideTopLeft", dy: 13 * at }}
            />
          ))}
          <Line dataKey="ratio" stroke={colour} strokeWidth={1} isAnimationActive={false} dot={<Dot weeks={weeks} />}>
            <ErrorBar dataKey="error" stroke={colour} strokeWidth={1} width={3} />
          </Line>
          <Line
            dataKey="fall"
            stroke={text}
            strokeWidth={2}
            strokeDasharray="6 4"
            dot={false}
            connectNulls
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
      <figcaption className="waiting">
        <span>● settled</span>
        <span>○ provisional</span>
        <span>│ 95 % interval</span>
        {trend === null ? null : <span>┄ trend</span>}
        {marks.map(({ name, day }) => (
          <span key={name}>
            {name}: {spellWeek(weekOfDay(day)).slice(5)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Only the two ends are given; the chart draws the line between them. */
function fallAt(trend: Props["trend"], week: string): number | null {
  return trend?.find((end) => end.week === week)?.ratio ?? null;
}

/** Marks of one week share a line; those before the first week stand in the legend alone. */
function placeMarks(marks: Props["marks"], weeks: readonly WeekView[]): { week: string; names: string }[] {
  const named = Map.groupBy(marks, ({ day }) => spellWeek(weekOfDay(day)));
  return weeks.flatMap(({ week }) => {
    const here = named.get(week);
    return here === undefined ? [] : [{ week, names: here.map(({ name }) => name).join(", ") }];
  });
}

function errorOf({ ratio, lower, upper }: WeekView): [number, number] {
  if (ratio === null) return [0, 0];
  return [ratio - (lower ?? ratio), (upper ?? ratio) - ratio];
}

interface Drawn {
  readonly weeks: readonly WeekView[];
  /** Filled in by the chart as it draws. */
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
}

function Dot({ weeks, cx, cy, index }: Drawn) {
  const isOpen = weeks[index ?? 0]?.provisional === true;
  const fill = isOpen ? "var(--ds-surface, #ffffff)" : colour;
  return <circle cx={cx} cy={cy} r={4} stroke={colour} strokeWidth={2} fill={fill} />;
}

interface HintProps extends Pick<Props, "weeks" | "say"> {
  /** Filled in by the chart: the week under the pointer. */
  readonly label?: string;
}

function Hint({ weeks, say, label }: HintProps) {
  const week = weeks.find((one) => one.week === label);
  if (week === undefined) return null;
  return (
    <div className="hint">
      {week.week}: {say(week)}
      <br />
      {week.tickets.toLocaleString("en")} tickets, {week.active.toLocaleString("en")} people active
      {week.provisional ? ", provisional" : ""}
    </div>
  );
}
