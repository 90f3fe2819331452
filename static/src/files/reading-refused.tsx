import type { ReactNode } from "react";
import type { FindingView } from "#contract/sync";
import { Findings } from "../parts/findings";
import { count } from "../parts/share";

interface Props {
  readonly name: string;
  readonly findings: readonly FindingView[];
  readonly children: ReactNode;
}

/** Every place that needs attention at once, so that the file is mended in one go. */
export function ReadingRefused({ name, findings, children }: Props) {
  return (
    <section className="note note-refused" role="alert">
      <h3>
        {name} cannot be read yet: {count(findings.length, "place needs", "places need")} attention
      </h3>
      <Findings findings={findings} />
      <div className="row">{children}</div>
    </section>
  );
}
