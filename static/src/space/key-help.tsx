import { Fragment, useEffect, useRef, useState } from "react";
import { useKeys } from "../parts/use-keys";
import { glossary } from "./glossary";
import { keysOf } from "./page-keys";
import type { KeyLine } from "./page-keys";

/** The keys of the tab in view and what the words mean (M16), by a button and by the key that stands on it. */
export function KeyHelp({ tab }: { readonly tab: string }) {
  const [isOpen, setOpen] = useState(false);
  const ask = (key: string) => {
    if (key !== "?") return false;
    setOpen(true);
    return true;
  };
  useKeys(ask, !isOpen);
  return (
    <>
      <button type="button" className="button" aria-label="Help: keys and words" onClick={() => setOpen(true)}>
        ?
      </button>
      {isOpen ? <KeyDialog tab={tab} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function KeyDialog({ tab, onClose }: { readonly tab: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Jira makes the frame as tall as the page, so that its middle may be far from what the person sees.
    dialog.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-label="Keys and words" onClose={onClose}>
      <div className="stack">
        <form method="dialog" className="row row-apart">
          <strong>Keys and words</strong>
          <button type="submit" className="button">
            Close
          </button>
        </form>
        {keysOf(tab).map(({ title, lines }) => (
          <section key={title} className="stack stack-tight">
            <h2>{title}</h2>
            <dl className="keys">
              {lines.map((line) => (
                <KeyRow key={line.does} line={line} />
              ))}
            </dl>
          </section>
        ))}
        <section className="stack stack-tight">
          <h2>What the words mean</h2>
          <dl className="words">
            {glossary.map(({ word, means }) => (
              <Fragment key={word}>
                <dt>{word}</dt>
                <dd>{means}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      </div>
    </dialog>
  );
}

function KeyRow({ line }: { readonly line: KeyLine }) {
  return (
    <>
      <dt>
        {line.keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{line.does}</dd>
    </>
  );
}
