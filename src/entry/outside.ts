import { asApp, asPerson } from "#adapters/jira/forge-transport";
import { adminPort } from "#adapters/jira/admin-port";
import { createBudget } from "#adapters/jira/budget";
import { createClient } from "#adapters/jira/client";
import type { JiraClient } from "#adapters/jira/client";
import { jiraPort } from "#adapters/jira/jira-port";
import { patient } from "#adapters/jira/patient";
import type { Transport } from "#adapters/jira/transport";
import { forgeAnnounce } from "#adapters/queue/announce";
import { forgeSyncQueue } from "#adapters/queue/sync-queue";
import { forgeSettings } from "#adapters/store/forge-settings";
import { preparedDatabase } from "#adapters/store/prepared";
import { sqlRuns } from "#adapters/store/sql-runs";
import type { Clock, Outside } from "#app/ports";
import { randomUUID } from "node:crypto";
import type { Caller } from "./caller";

const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Jira with the eyes of the person and with those of the app, on one budget. */
export function jiraClients(): { readonly person: JiraClient; readonly app: JiraClient } {
  const budget = createBudget(clock);
  const spend = (transport: Transport): JiraClient =>
    createClient(patient(transport, { clock, chance: Math.random, budget }));
  return { person: spend(asPerson), app: spend(asApp) };
}

/** Fills the ports for one invocation. Everything is made anew: a warm process serves other sites as well. */
export function outsideFor(caller: Caller, secondsLeft: number): Outside {
  const { person, app } = jiraClients();
  return {
    jira: jiraPort(person),
    jiraAsApp: jiraPort(app),
    admin: adminPort(person),
    runs: sqlRuns(preparedDatabase),
    settings: forgeSettings,
    queue: forgeSyncQueue,
    announce: forgeAnnounce,
    clock,
    newId: randomUUID,
    who: { accountId: caller.accountId },
    space: caller.space,
    issue: caller.issue,
    deadline: clock.now() + secondsLeft * 1000,
  };
}

/** A job of the app itself: nobody is asking, and both clients are the app. */
export function outsideForApp(secondsLeft: number): Outside {
  const outside = outsideFor({ accountId: "", space: null, issue: null }, secondsLeft);
  return { ...outside, jira: outside.jiraAsApp };
}
