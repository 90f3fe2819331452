import { Segments } from "../parts/segments";
import type { Draft } from "./draft";
import { AboutFields } from "./about-fields";
import { MomentFields } from "./moment-fields";
import { NarrowingFields } from "./narrowing";
import { TextField } from "../parts/text-field";
import { Choice } from "../parts/choice";

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What counts, where it is found, and as whose doing. */
export function CountingForm({ draft, onChange }: Props) {
  const isTicket = draft.counts === "ticket";
  const count = (counts: Draft["counts"]) =>
    onChange({ counts, who: counts === "ticket" ? "reporter" : "actor", moment: "created" });
  return (
    <div className="stack">
      <Segments
        name="What counts"
        choices={[
          ["ticket", "Tickets for help"],
          ["transaction", "Work done"],
        ]}
        chosen={draft.counts}
        onChoose={count}
      />
      <NarrowingFields onJql={(jql) => onChange({ jql })} />
      <JqlField jql={draft.jql} onChange={onChange} />
      <div className="row row-end counting-fields">
        {isTicket ? null : <MomentFields draft={draft} onChange={onChange} />}
        <Choice
          title={isTicket ? "Whose ticket" : "Whose work"}
          value={draft.who}
          options={whoOf(draft)}
          onChange={(who) => onChange({ who })}
        />
        <Choice
          title="Process"
          value={draft.process}
          options={processes}
          onChange={(process) => onChange({ process })}
        />
        {draft.process === "fixed" ? (
          <TextField
            title="Name of the process"
            value={draft.fixed}
            most={64}
            example="enter-order"
            onChange={(fixed) => onChange({ fixed })}
          />
        ) : null}
      </div>
      {isTicket ? <AboutFields draft={draft} onChange={onChange} /> : null}
    </div>
  );
}

function JqlField({ jql, onChange }: Pick<Draft, "jql"> & Pick<Props, "onChange">) {
  return (
    <label className="labelled">
      <span>Work items (JQL)</span>
      <textarea
        className="jql"
        rows={2}
        maxLength={2000}
        value={jql}
        placeholder='project = HELP AND component = "CRM"'
        onChange={(event) => onChange({ jql: event.target.value })}
      />
    </label>
  );
}

const actors = {
  created: "Its creator",
  moved: "Whoever moved it",
  reached: "Whoever moved it",
  commented: "Who wrote it",
};

function whoOf({ moment, counts }: Draft): readonly (readonly [Draft["who"], string])[] {
  return [
    ["actor", actors[counts === "ticket" ? "created" : moment]],
    ["reporter", "Its reporter"],
    ["assignee", "Its assignee"],
  ];
}

const processes: readonly (readonly [Draft["process"], string])[] = [
  ["component", "Its component"],
  ["label", "Its label"],
  ["request-type", "Its request type"],
  ["work-type", "Its work type"],
  ["fixed", "One for all"],
];
