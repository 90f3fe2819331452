import type { LogKind, PlanLog } from "#app/log";
import { logKinds } from "#app/log";
import type { NamedRecords } from "#app/people/forget-people";
import { isAccount } from "#app/events/pack";
import type { PlanRef } from "#app/sync/run-ports";
import type { Database } from "./database";
import { planLog } from "./plan-log";
import { sqlPlans } from "./sql-plans";

/** Who voted, decided, read off and ran: in what happened the account stands somewhere in the entry, so all of them are looked through. */
export function logPeople(database: Database): NamedRecords {
  const log = planLog(database);
  const { plans } = sqlPlans(database);
  return {
    async people() {
      const found = new Set<string>();
      for (const ref of await plans()) {
        for (const { body } of await log.read(ref, logKinds)) accountsIn(body).forEach((one) => found.add(one));
      }
      return [...found];
    },
    async forgetPerson(account) {
      for (const ref of await plans()) {
        for (const kind of logKinds) await forgetIn({ database, log, ref, kind }, account);
      }
    },
  };
}

interface Part {
  readonly database: Database;
  readonly log: PlanLog;
  readonly ref: PlanRef;
  readonly kind: LogKind;
}

/** What happened stays, as evidence; that it was this person goes. */
async function forgetIn({ database, log, ref, kind }: Part, account: string): Promise<void> {
  for (const { id, body } of await log.read(ref, [kind])) {
    if (!accountsIn(body).includes(account)) continue;
    const text = JSON.stringify(body).replaceAll(JSON.stringify(account), '""');
    await database.write(rewrite, [text, ref.space, ref.plan, kind, id]);
  }
}

const rewrite = "UPDATE plan_log SET body = ? WHERE space = ? AND plan = ? AND kind = ? AND id = ?";

function accountsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return isAccount(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(accountsIn) : [];
}
