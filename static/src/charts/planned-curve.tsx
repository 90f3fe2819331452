import { ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { OutcomeView } from "#contract/adoption";

const text = "var(--ds-text-subtle, #44546f)";
const real = "var(--ds-chart-brand-bold, #357de8)";

/** The promised line, dashed, and what was read, as points on a line of their own. */
export default function PlannedCurve({ outcome: { title, planned, readings } }: { readonly outcome: OutcomeView }) {
  const days = [...new Set([...planned, ...readings].map(({ on }) => on))].toSorted();
  if (days.length < 2) return null;
  const rows = days.map((on) => ({
    at: Date.parse(on),
    planned: planned.find((point) => point.on === on)?.value ?? null,
    real: readings.find((point) => point.on === on)?.value ?? null,
  }));
  return (
    <figure className="chart chart-plain" aria-label={`${title}: planned and real`}>
      <ResponsiveContainer width="100%" height={120}>
        <ComposedChart data={rows} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <XAxis
            dataKey="at"
            type="number"
            domain={["dataMin", "dataMax"]}
            stroke={text}
            tick={{ fontSize: 11 }}
            tickFormatter={(at: number) => new Date(at).toISOString().slice(5, 10)}
          />
          <YAxis stroke={text} tick={{ fontSize: 11 }} width={36} domain={["auto", "auto"]} />
          <Line
            dataKey="planned"
            stroke={text}
            strokeDasharray="5 4"
            dot={false}
            connectNulls
            isAnimationActive={false}
          />
          <Line dataKey="real" stroke={real} strokeWidth={2} connectNulls isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
      <figcaption className="waiting">
        <span>┄ planned</span>
        <span>● real</span>
      </figcaption>
    </figure>
  );
}
