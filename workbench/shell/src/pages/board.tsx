import { useState } from "react";
import type { DragEvent } from "react";
import { call, read } from "../call";
import { attempt } from "../parts/flags";
import { Pick } from "../parts/press";
import { Avatar, Ready } from "../parts/standing";
import { paths } from "../router";
import { briefFields, found, spaceStatuses, transitions } from "../shapes";
import type { BriefItem, Space, Status } from "../shapes";
import { useLive } from "../use-load";
import { createButton } from "./create-item";

interface Columns {
  readonly statuses: readonly Status[];
  readonly items: readonly BriefItem[];
}

const order = ["new", "indeterminate", "done"];

async function loadBoard(key: string): Promise<Columns> {
  const jql = encodeURIComponent(`project = "${key}" order by key ASC`);
  const [types, { issues }] = await Promise.all([
    read(spaceStatuses, `/rest/api/3/project/${key}/statuses`),
    read(found, `/rest/api/3/search/jql?jql=${jql}&fields=${briefFields}&maxResults=200`),
  ]);
  const statuses = new Map(types.flatMap((type) => type.statuses).map((status) => [status.id, status]));
  const rank = ({ statusCategory }: Status) => order.indexOf(statusCategory.key);
  return { statuses: [...statuses.values()].toSorted((a, b) => rank(a) - rank(b)), items: issues };
}

/** Takes the first transition into a status; Jira decides whether this person may, and says why not. */
export async function moveTo(itemKey: string, statusId: string): Promise<void> {
  const at = `/rest/api/3/issue/${itemKey}/transitions`;
  const found = (await read(transitions, at)).transitions.find(({ to }) => to.id === statusId);
  if (found === undefined) throw new Error(`No transition of ${itemKey} leads there from its status.`);
  await call("POST", at, { transition: { id: found.id } });
}

export function Board({ space }: { readonly space: Space }) {
  const board = useLive(`board ${space.key}`, () => loadBoard(space.key));
  const [over, setOver] = useState<string | null>(null);
  const move = (itemKey: string, status: Status) => attempt(() => moveTo(itemKey, status.id).finally(board.reload));
  const drop = (event: DragEvent, status: Status) => {
    event.preventDefault();
    setOver(null);
    move(event.dataTransfer.getData("text/plain"), status);
  };
  return (
    <>
      <header className="head">
        <h1>Board</h1>
        {createButton(space.key)}
      </header>
      <Ready of={board}>
        {({ statuses, items }) => (
          <div className="board">
            {statuses.map((status) => {
              const cards = items.filter(({ fields }) => fields.status.id === status.id);
              return (
                <section
                  key={status.id}
                  aria-label={status.name}
                  className={over === status.id ? "column over" : "column"}
                  onDragOver={(event) => {
                    event.preventDefault();
                    setOver(status.id);
                  }}
                  onDrop={(event) => drop(event, status)}
                >
                  <h2>
                    {status.name} <span>{cards.length}</span>
                  </h2>
                  {cards.map((item) => (
                    <Card key={item.key} item={item} statuses={statuses} onMove={(to) => move(item.key, to)} />
                  ))}
                </section>
              );
            })}
          </div>
        )}
      </Ready>
    </>
  );
}

interface CardProps {
  readonly item: BriefItem;
  readonly statuses: readonly Status[];
  readonly onMove: (status: Status) => void;
}

function Card({ item, statuses, onMove }: CardProps) {
  const { summary, status, assignee, duedate, issuetype } = item.fields;
  const pick = (id: string) => {
    const wanted = statuses.find((each) => each.id === id);
    if (wanted) onMove(wanted);
  };
  return (
    <article className="card" draggable onDragStart={(event) => event.dataTransfer.setData("text/plain", item.key)}>
      <a href={paths.item(item.key)}>{summary}</a>
      <footer>
        <span>
          {issuetype.name} · {item.key}
          {duedate ? ` · ${duedate}` : ""}
        </span>
        <span className="card-menu">
          <span aria-hidden="true">⋯</span>
          <Pick
            label={`Move ${item.key}`}
            value={status.id}
            options={statuses.map(({ id, name }) => [id, name])}
            onPick={pick}
          />
        </span>
        <Avatar name={assignee?.displayName ?? null} />
      </footer>
    </article>
  );
}
