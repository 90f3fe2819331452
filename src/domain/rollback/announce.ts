import type { Rollback } from "#domain/plan/plan";

/** Tell one audience. Kept with whoever belonged to it at that moment: people join and leave, and somebody will ask. */
export interface NoticeTask {
  /** The same for everybody who works it out: under it the task exists once. */
  readonly key: string;
  readonly audience: string;
  readonly messages: readonly { readonly channel: string; readonly text: string }[];
  readonly owner: string | null;
  readonly members: readonly string[];
  readonly at: number;
}

export interface Occasion {
  /** The run of the rollback that people are told of. */
  readonly run: string;
  readonly at: number;
  readonly members: (audience: string) => readonly string[];
}

/** The tasks an occasion asks for and that are not there yet (M12): one an audience, with everything it is to hear. */
export function dueNotices(rollback: Rollback, made: readonly NoticeTask[], occasion: Occasion): readonly NoticeTask[] {
  const there = new Set(made.map(({ key }) => key));
  const byAudience = Map.groupBy(rollback.communication, ({ audience }) => nameOf(audience));
  return [...byAudience].flatMap(([name, notices]) => {
    const key = `${rollback.id}/${occasion.run}/${name}`;
    const first = notices[0];
    if (first === undefined || name === "" || there.has(key)) return [];
    const owner = notices.find((notice) => notice.owner !== null)?.owner ?? rollback.owner;
    const members = [...new Set(occasion.members(first.audience))].toSorted();
    return [{ key, audience: first.audience.trim(), messages: messagesOf(notices), owner, members, at: occasion.at }];
  });
}

/** Of tasks that were made twice, by two people at once, the earlier one with its snapshot is kept. */
export function keptNotices(made: readonly NoticeTask[]): readonly NoticeTask[] {
  const first = new Map<string, NoticeTask>();
  for (const task of made) {
    const other = first.get(task.key);
    if (other === undefined || isBefore(task, other)) first.set(task.key, task);
  }
  return [...first.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function isBefore(a: NoticeTask, b: NoticeTask): boolean {
  return a.at < b.at || (a.at === b.at && a.members.join("\n") < b.members.join("\n"));
}

function nameOf(audience: string): string {
  return audience.trim().toLowerCase();
}

function messagesOf(notices: Rollback["communication"]): NoticeTask["messages"] {
  const once = new Map(notices.map(({ channel, text }) => [JSON.stringify([channel, text]), { channel, text }]));
  return [...once.values()];
}
