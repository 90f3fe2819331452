import type { CallRecord } from "../../wire/wire";

export interface CallLog {
  readonly add: (record: CallRecord) => void;
  /** The last calls, newest first, and what all calls of the app cost. */
  readonly read: () => { readonly total: number; readonly points: number; readonly records: readonly CallRecord[] };
}

const kept = 500;

export function createCallLog(): CallLog {
  let total = 0;
  let points = 0;
  const records: CallRecord[] = [];
  return {
    add(record) {
      total += 1;
      if (record.caller.kind === "app") points += record.points;
      records.unshift(record);
      if (records.length > kept) records.pop();
    },
    read: () => ({ total, points, records }),
  };
}
