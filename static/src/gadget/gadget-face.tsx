import type { GadgetView } from "#contract/gadget";
import { flagRefusal, openTab } from "../bridge";
import { sayAge } from "#domain/calendar/say-age";
import { download } from "../parts/download";
import { gadgetCsv } from "./gadget-csv";
import { MetricCard } from "./metric-card";

interface Props {
  readonly view: GadgetView;
  readonly trouble: string | null;
  readonly onAgain: () => void;
}

/** What the dashboard shows: a line that says what this is, then cards that each stand alone. */
export function GadgetFace({ view, trouble, onAgain }: Props) {
  return (
    <div className="gadget">
      <header className="gadget-head">
        <h2>
          {view.title}
          {view.wave === null ? "" : ` · ${view.wave}`}
        </h2>
        <span className={view.stale ? "gadget-age-stale nowrap" : "nowrap"}>
          {view.stale ? "Stale: " : ""}
          {sayAge(view.ageHours)}
        </span>
      </header>
      {trouble === null ? null : <p className="faint">Not refreshed: {trouble}</p>}
      {view.ageHours === null ? <Unreported /> : null}
      {view.cards.map((card) => (
        <MetricCard key={card.metric} card={card} view={view} />
      ))}
      <footer className="gadget-tools">
        <button type="button" className="link" onClick={() => openNumbers(view)}>
          All numbers
        </button>
        <button type="button" className="link" onClick={() => download("adoption.csv", gadgetCsv(view), "text/csv")}>
          CSV
        </button>
        <button type="button" className="link" onClick={() => void savePicture(view)}>
          PNG
        </button>
        <button type="button" className="link" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" className="link" onClick={onAgain}>
          Refresh
        </button>
      </footer>
    </div>
  );
}

function openNumbers({ spaceKey, plan }: GadgetView): void {
  void openTab({ spaceKey, tab: "adoption", plan }).catch(flagRefusal);
}

function Unreported() {
  return (
    <p className="note">
      No system has reported yet. Open the plan's space, Implementation, Settings, and create a source; until then every
      card is RED.
    </p>
  );
}

/** Drawn only when somebody asks, so its code is loaded only then. */
async function savePicture(view: GadgetView): Promise<void> {
  const { gadgetPicture } = await import("./gadget-picture");
  const picture = await gadgetPicture(view);
  download("adoption.png", picture, "image/png");
}
