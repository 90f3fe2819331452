import {
  Area,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { BurndownDay } from "#contract/risks";

const pre = "var(--ds-chart-purple-bold, #8270db)";
const post = "var(--ds-chart-teal-bold, #1d9aaa)";
const faint = "var(--ds-border, #091e4224)";
const text = "var(--ds-text-subtle, #44546f)";

interface Props {
  readonly days: readonly BurndownDay[];
  readonly delivery: string | null;
}

/** Exposure as stacked areas, the number of open risks as a dashed line: two lanes told apart by place and by name. */
export default function RiskBurndown({ days, delivery }: Props) {
  const rows = days.map(({ day, pre: before, post: after }) => ({
    day,
    before: before.exposure,
    after: after.exposure,
    open: before.open + after.open,
  }));
  return (
    <figure className="chart" aria-label="Exposure of open risks before and after delivery, day by day">
      <ResponsiveContainer width="100%" height={280}>
        <ComposedChart data={rows} margin={{ top: 8, right: 8, bottom: 4, left: 0 }}>
          <CartesianGrid stroke={faint} vertical={false} />
          <XAxis dataKey="day" stroke={text} tick={{ fontSize: 11 }} minTickGap={40} />
          <YAxis yAxisId="exposure" stroke={text} tick={{ fontSize: 12 }} width={40} allowDecimals={false} />
          <YAxis
            yAxisId="open"
            orientation="right"
            stroke={text}
            tick={{ fontSize: 12 }}
            width={32}
            allowDecimals={false}
          />
          <Tooltip contentStyle={{ background: "var(--ds-surface-overlay, #ffffff)", border: `1px solid ${faint}` }} />
          <Legend />
          {delivery === null ? null : (
            <ReferenceLine yAxisId="exposure" x={delivery} stroke={text} strokeDasharray="2 3" label="Delivery" />
          )}
          <Area
            yAxisId="exposure"
            type="stepAfter"
            stackId="1"
            name="Exposure, pre-delivery"
            dataKey="before"
            stroke={pre}
            fill={pre}
            fillOpacity={0.35}
            isAnimationActive={false}
          />
          <Area
            yAxisId="exposure"
            type="stepAfter"
            stackId="1"
            name="Exposure, post-delivery"
            dataKey="after"
            stroke={post}
            fill={post}
            fillOpacity={0.35}
            isAnimationActive={false}
          />
          <Line
            yAxisId="open"
            type="stepAfter"
            name="Open risks"
            dataKey="open"
            stroke={text}
            strokeDasharray="4 3"
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
