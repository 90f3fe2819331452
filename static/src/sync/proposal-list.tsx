import { useState } from "react";
import type { ProposalView } from "#contract/sync";
import { fieldsToName, NamesContext, useNames } from "./use-names";
import { GroupHead, LinkLine, RowLine } from "./proposal-line";
import { proposalLines } from "./proposal-lines";
import type { Group, ProposalLine } from "./proposal-lines";
import { Windowed } from "./windowed";

interface Props {
  readonly proposal: ProposalView;
  readonly only: Group | null;
}

/** From this many lines on, looking for one by eye takes longer than typing its name. */
const worthSearching = 12;

/** Every change, grouped by what happens; each opens down to the words that change. */
export function ProposalList({ proposal, only }: Props) {
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const names = useNames(fieldsToName(proposal.rows));
  const all = proposalLines(proposal, { words: "", only: null });
  const lines = proposalLines(proposal, { words, only });
  const opening = all.flatMap((line) => (line.kind === "row" && line.row.fields.length > 0 ? [line.id] : []));
  if (all.length === 0) return null;
  const toggle = (id: string) => setOpen((before) => new Set(toggled(before, id)));
  return (
    <NamesContext value={names}>
      <section className="stack stack-tight" aria-label="Every change">
        <div className="row filters">
          {all.length < worthSearching ? null : (
            <input
              type="text"
              aria-label="Find a change"
              placeholder="Find by title, key, id or field"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          {opening.length === 0 ? null : (
            <button
              type="button"
              className="button"
              onClick={() => setOpen(open.size > 0 ? new Set() : new Set(opening))}
            >
              {open.size > 0 ? "Hide all differences" : "Open all differences"}
            </button>
          )}
          {words === "" ? null : (
            <span className="subtle" role="status">
              {found(lines).toLocaleString("en")} of {found(all).toLocaleString("en")}
            </span>
          )}
        </div>
        <Windowed label="Changes" lines={lines} keyOf={({ id }) => id}>
          {(line) => <Line line={line} isOpen={open.has(line.id)} onToggle={() => toggle(line.id)} />}
        </Windowed>
      </section>
    </NamesContext>
  );
}

interface LineProps {
  readonly line: ProposalLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Line({ line, isOpen, onToggle }: LineProps) {
  switch (line.kind) {
    case "head":
      return <GroupHead line={line} />;
    case "row":
      return <RowLine row={line.row} isOpen={isOpen} onToggle={onToggle} />;
    case "link":
      return <LinkLine link={line.link} />;
  }
}

function toggled(open: ReadonlySet<string>, id: string): readonly string[] {
  return open.has(id) ? [...open].filter((one) => one !== id) : [...open, id];
}

function found(lines: readonly ProposalLine[]): number {
  return lines.filter(({ kind }) => kind !== "head").length;
}
