import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { CurveView } from "#contract/adoption";

const asPercent = (share: number): string => `${String(Math.round(share * 100))} %`;
const line = "var(--ds-chart-brand-bold, #357de8)";
const band = "var(--ds-chart-blue-bold, #388bff)";
const faint = "var(--ds-border, #091e4224)";
const text = "var(--ds-text-subtle, #44546f)";

interface Props {
  readonly curve: CurveView;
  /** A point in words. */
  readonly say: (point: CurveView["points"][number]) => string;
}

/** Steps with their interval, and under the axis how many are still waiting: late days rest on few people. */
export default function AdoptionCurve({ curve, say }: Props) {
  const rows = curve.points.map(({ day, share, lower, upper }) => ({
    day,
    share,
    band: [lower ?? share, upper ?? share],
  }));
  return (
    <figure className="chart" aria-label="Share of people who work on their own, by day after their start">
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart data={rows} margin={{ top: 8, right: 16, bottom: 4, left: 0 }}>
          <CartesianGrid stroke={faint} vertical={false} />
          <XAxis
            dataKey="day"
            type="number"
            domain={[0, "dataMax"]}
            allowDecimals={false}
            stroke={text}
            tick={{ fontSize: 12 }}
          />
          <YAxis domain={[0, 1]} tickFormatter={asPercent} stroke={text} tick={{ fontSize: 12 }} width={48} />
          <Tooltip content={<Hint curve={curve} say={say} />} />
          {[7, 14, 30].map((day, at) => (
            <ReferenceLine
              key={day}
              x={day}
              stroke={faint}
              strokeDasharray="4 4"
              label={{ value: `day ${String(day)}`, fill: text, fontSize: 11, position: "insideTopLeft", dy: 13 * at }}
            />
          ))}
          <Area
            dataKey="band"
            type="stepAfter"
            stroke="none"
            fill={band}
            fillOpacity={0.18}
            isAnimationActive={false}
          />
          <Line dataKey="share" type="stepAfter" stroke={line} strokeWidth={2} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
      <Waiting curve={curve} />
    </figure>
  );
}

interface HintProps extends Props {
  /** Filled in by the chart: the day under the pointer. */
  readonly label?: number;
}

function Hint({ curve, say, label }: HintProps) {
  const point = curve.points.find(({ day }) => day === label);
  if (point === undefined) return null;
  return (
    <div className="hint">
      day {point.day}: {say(point)}
      <br />
      {point.waiting.toLocaleString("en")} still waiting
    </div>
  );
}

const marks = 6;

function Waiting({ curve: { points } }: { readonly curve: CurveView }) {
  const every = Math.max(1, Math.ceil(points.length / marks));
  return (
    <figcaption className="waiting">
      <span>Still waiting</span>
      {points
        .filter((_, at) => at % every === 0)
        .map(({ day, waiting }) => (
          <span key={day}>
            day {day}: {waiting.toLocaleString("en")}
          </span>
        ))}
    </figcaption>
  );
}
