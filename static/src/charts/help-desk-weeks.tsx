import { CartesianGrid, ComposedChart, ErrorBar, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { WeekView } from "#contract/adoption";

const colour = "var(--ds-chart-purple-bold, #8270db)";
const faint = "var(--ds-border, #091e4224)";
const text = "var(--ds-text-subtle, #44546f)";

interface Props {
  readonly weeks: readonly WeekView[];
  /** A week in words. */
  readonly say: (week: WeekView) => string;
}

/** A point a week with its interval; hollow while tickets may still come in for it. */
export default function HelpDeskWeeks({ weeks, say }: Props) {
  const rows = weeks.map((week) => ({ ...week, error: errorOf(week) }));
  return (
    <figure className="chart" aria-label="Help-desk tickets for each active person, by week">
      <ResponsiveContainer width="100%" height={220}>
        <ComposedChart data={rows} margin={{ top: 8, right: 16, bottom: 4, left: 0 }}>
          <CartesianGrid stroke={faint} vertical={false} />
          <XAxis dataKey="week" stroke={text} tick={{ fontSize: 11 }} tickFormatter={(week: string) => week.slice(5)} />
          <YAxis stroke={text} tick={{ fontSize: 12 }} width={48} domain={[0, "auto"]} />
          <Tooltip content={<Hint weeks={weeks} say={say} />} />
          <Line dataKey="ratio" stroke={colour} strokeWidth={1} isAnimationActive={false} dot={<Dot weeks={weeks} />}>
            <ErrorBar dataKey="error" stroke={colour} strokeWidth={1} width={3} />
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
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

interface HintProps extends Props {
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
