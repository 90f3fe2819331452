import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { HistoryEntry } from "#contract/drift";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { download } from "../parts/download";
import { useAsk } from "../parts/use-ask";
import { toldFields } from "./field-words";
import { filterHistory } from "./history-filter";
import type { SideFilter } from "./history-filter";
import { HistoryFilters } from "./history-filters";
import { HistoryTable } from "./history-table";
import { account, namesPeople, nobody, useNamesOrWait } from "./use-names";

/** Who changed what, from which side, when; newest first. */
export function History({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("syncHistory", { plan });
  return (
    <AskedFor state={state} what="the history" onAgain={again}>
      {(first) =>
        first.entries.length === 0 ? (
          <p className="subtle">
            Nothing has happened yet. What a sync writes and what people edit in Jira stands here.
          </p>
        ) : (
          <Entries plan={plan} first={first.entries} next={first.next} />
        )
      }
    </AskedFor>
  );
}

interface Props {
  readonly plan: string;
  readonly first: readonly HistoryEntry[];
  readonly next: number | null;
}

function Entries({ plan, first, next: firstNext }: Props) {
  const [more, setMore] = useState<readonly HistoryEntry[]>([]);
  const [next, setNext] = useState(firstNext);
  const [words, setWords] = useState("");
  const [side, setSide] = useState<SideFilter>("all");
  const entries = toldFields([...first, ...more]);
  const names = useNamesOrWait(
    entries.flatMap(({ by, field, was, now }) => [
      by ?? "",
      ...(namesPeople(field) ? [was, now].flatMap(account) : []),
    ]),
  );
  const shown = filterHistory(entries, { words, side, names: names ?? nobody });
  const older = async () => {
    try {
      const page = await ask("syncHistory", { plan, before: next });
      setMore([...more, ...page.entries]);
      setNext(page.next);
    } catch (error) {
      flagRefusal(error);
    }
  };
  const save = () =>
    void ask("exportHistory", { plan }).then(({ fileName, text }) => download(fileName, text, "text/csv"), flagRefusal);
  return (
    <div className="stack stack-tight">
      <HistoryFilters words={words} side={side} onWords={setWords} onSide={setSide}>
        <Button onClick={save}>Export CSV</Button>
        <span className="subtle" role="status">
          {shown.length.toLocaleString("en")} of {entries.length.toLocaleString("en")}
        </span>
      </HistoryFilters>
      <HistoryTable entries={shown} names={names} />
      {next === null ? null : (
        <div className="row">
          <Button onClick={() => void older()}>Show older</Button>
        </div>
      )}
    </div>
  );
}
