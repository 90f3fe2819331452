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
          <YAxis yAxisId="exposure" {...axis} width={40} />
          <YAxis yAxisId="open" {...axis} width={32} orientation="right" />
          <Tooltip contentStyle={{ background: "var(--ds-surface-overlay, #ffffff)", border: `1px solid ${faint}` }} />
          <Legend />
          {delivery === null ? null : <ReferenceLine yAxisId="exposure" x={delivery} stroke={text} label={delivered} />}
          <Area {...lane(pre)} name="Exposure, pre-delivery" dataKey="before" />
          <Area {...lane(post)} name="Exposure, post-delivery" dataKey="after" />
          <Line {...dashed} name="Open risks" dataKey="open" />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

const delivered = { value: "Delivery", position: "insideTopLeft", fill: text, fontSize: 12 } as const;

const axis = { stroke: text, tick: { fontSize: 12 }, allowDecimals: false } as const;

const dashed = {
  yAxisId: "open",
  type: "stepAfter",
  stroke: text,
  strokeDasharray: "4 3",
  dot: false,
  isAnimationActive: false,
} as const;

/** Steps, not slopes: between two days on which something changed, nothing did. */
function lane(colour: string) {
  const look = { stroke: colour, fill: colour, fillOpacity: 0.35, isAnimationActive: false };
  return { yAxisId: "exposure", type: "stepAfter", stackId: "1", ...look } as const;
}
