import type { ItemsPreview, PreviewedItem, WorkItemCounting } from "#contract/work-items";
import { isSetAside } from "#domain/adoption/ticket-category";
import { sayAbout } from "../parts/about";
import { ItemLink } from "../parts/item-link";
import { sayInstant } from "../parts/day";
import { count } from "../parts/share";
import { TextField } from "../parts/text-field";
import { inWords } from "./counting-words";

interface Props {
  readonly seen: { readonly counting: WorkItemCounting; readonly preview: ItemsPreview };
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onSave: () => void;
}

/** What a definition finds, in numbers and by its newest work items, and the button that keeps it. */
export function PreviewedCount({ seen: { counting, preview }, name, onName, onSave }: Props) {
  const isKept = preview.found >= preview.foundByApp;
  return (
    <section className="note stack stack-tight" aria-label="What it finds">
      <p>
        <strong>
          {count(preview.found, "work item matches", "work items match")}
          {preview.spaces.length === 0 ? "" : ` in ${preview.spaces.join(", ")}`}.
        </strong>{" "}
        {inWords(counting)}
      </p>
      {preview.lookedAt === 0 ? null : <Looked preview={preview} counting={counting} />}
      <Eyes preview={preview} />
      {isKept ? (
        <div className="row row-end counting-fields">
          <TextField title="Name of the source" value={name} most={80} example="Help desk" onChange={onName} />
          <button type="button" className="button button-primary" disabled={name.trim() === ""} onClick={onSave}>
            Save and count
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Looked({ preview, counting }: Props["seen"]) {
  const [isTicket, asksAbout] = [counting.counts === "ticket", counting.about !== undefined];
  const { lookedAt, counted, people, services, nobody, setAside, newest } = preview;
  const things = isTicket ? count(counted, "ticket") : count(counted, "transaction");
  const who = people === null ? "fewer than five people" : count(people, "person", "people");
  return (
    <>
      <p>
        The newest {lookedAt.toLocaleString("en")} give {things} of {who}
        {services === 0 ? "" : `; ${services.toLocaleString("en")} by apps and left out`}
        {nobody === 0 ? "" : `; ${nobody.toLocaleString("en")} by nobody Jira names`}
        {setAside === 0
          ? ""
          : `; ${count(setAside, "duplicate, spam or alert", "duplicates, spam or alerts")} left out`}
        .
      </p>
      <ul className="bullets">
        {newest.map((item) => (
          <li key={item.key}>
            <ItemLink itemKey={item.key} /> {item.title}
            <Counts counts={item.counts} asksAbout={asksAbout} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Counts({ counts, asksAbout }: Pick<PreviewedItem, "counts"> & { readonly asksAbout: boolean }) {
  if (counts.length === 0) return <span className="subtle">: nothing that counts yet</span>;
  return (
    <ul className="bullets subtle">
      {counts.map(({ at, by, process, about, isService }) => (
        <li key={at}>
          {sayInstant(at)}, {by ?? "nobody Jira names"}
          {isService ? ", an app: left out" : ""}
          {process === "" ? "" : `, ${process}`}
          {aboutWords(about, asksAbout)}
        </li>
      ))}
    </ul>
  );
}

function aboutWords(about: PreviewedItem["counts"][number]["about"], asksAbout: boolean): string {
  if (about === null) return asksAbout ? ", about: not said" : "";
  return isSetAside(about) ? `, ${sayAbout(about)}: no ticket` : `, about: ${sayAbout(about)}`;
}

/** It is the app that looks, so what it may not see is not counted, and what the person may not see is not theirs to count. */
function Eyes({ preview: { found, foundByApp } }: Pick<Props["seen"], "preview">) {
  if (found > foundByApp) {
    return (
      <p className="note-mend">
        The app itself sees {foundByApp.toLocaleString("en")} of them. Give it access to the space, or only those count.
      </p>
    );
  }
  if (found === foundByApp) return null;
  return (
    <p className="note-mend">
      You see {found.toLocaleString("en")} of the {foundByApp.toLocaleString("en")} the app would count. Ask for access
      to the rest, or let somebody who has it define this source.
    </p>
  );
}
