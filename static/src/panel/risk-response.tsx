import { useState } from "react";
import type { RiskPanel } from "#contract/panel";
import { ask, flag, flagRefusal } from "../bridge";
import { sayDay } from "../parts/day";

interface Props {
  readonly panel: RiskPanel;
  readonly onChanged: () => void;
}

/** What is done about it and from when it may strike; changed where it stands. */
export function RiskResponse({ panel, onChanged }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack stack-tight">
      <div className="row row-apart">
        <h3>Response</h3>
        {panel.canEdit && !isOpen ? (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Edit
          </button>
        ) : null}
      </div>
      {isOpen ? (
        <Editing
          panel={panel}
          onDone={(isSaved) => {
            setOpen(false);
            if (isSaved) onChanged();
          }}
        />
      ) : (
        <Said panel={panel} />
      )}
    </section>
  );
}

function Said({ panel: { response, proximity } }: { readonly panel: RiskPanel }) {
  return (
    <>
      {response === "" ? <p className="subtle">None yet. Say who does what, and when.</p> : <p>{response}</p>}
      {proximity === null ? null : <p className="subtle">May strike from {sayDay(proximity)}.</p>}
    </>
  );
}

function Editing({ panel, onDone }: { readonly panel: RiskPanel; readonly onDone: (isSaved: boolean) => void }) {
  const [response, setResponse] = useState(panel.response);
  const [proximity, setProximity] = useState(panel.proximity ?? "");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await ask("editRisk", { response, proximity: proximity || null });
      flag({ type: "success", title: "The response is saved" });
      onDone(true);
    } catch (error) {
      flagRefusal(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="stack stack-tight"
      aria-label="Response"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className="paste"
        rows={3}
        autoFocus
        aria-label="What is done about it"
        maxLength={2000}
        value={response}
        onChange={(event) => setResponse(event.target.value)}
      />
      <label className="row">
        May strike from
        <input type="date" value={proximity} onChange={(event) => setProximity(event.target.value)} />
      </label>
      <div className="row">
        <button type="submit" className="button button-primary" disabled={busy}>
          {busy ? "Saving …" : "Save"}
        </button>
        <button type="button" className="button" onClick={() => onDone(false)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
