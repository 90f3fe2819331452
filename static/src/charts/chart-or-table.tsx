import { useState } from "react";
import type { ReactNode } from "react";
import { download } from "../parts/download";

interface Props {
  readonly title: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly csv: string;
  readonly fileName: string;
  /** The sentence that says it first. */
  readonly children: ReactNode;
}

/** A chart never stands without its table, nor the table without its file. */
export function ChartOrTable({ title, chart, table, csv, fileName, children }: Props) {
  const [shown, setShown] = useState<"chart" | "table">("chart");
  return (
    <section className="stack stack-tight">
      <div className="row row-apart">
        <h2>{title}</h2>
        <div className="row">
          <button type="button" className="button" onClick={() => setShown(shown === "chart" ? "table" : "chart")}>
            {shown === "chart" ? "Show as table" : "Show as chart"}
          </button>
          <button type="button" className="button" onClick={() => download(fileName, csv, "text/csv")}>
            CSV
          </button>
        </div>
      </div>
      {children}
      {shown === "chart" ? chart : table}
    </section>
  );
}
