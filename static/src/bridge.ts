import { events, invoke, realtime, requestJira, router, showFlag, view } from "@forge/bridge";
import type { Replies, RequestName, RequestOf } from "#contract/requests";
import type { RefusalView, Reply } from "#contract/reply";

/** A no that came as an answer: what happened and the one thing that mends it. */
export class Refused extends Error {
  readonly refusal: RefusalView;

  constructor(refusal: RefusalView) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export async function ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<Replies[N]> {
  const answer = await invoke<RequestOf<N>, Reply<Replies[N]>>(name, request);
  const reply = "ok" in answer ? answer : answer.body;
  if (!reply.ok) throw new Refused(reply.refusal);
  return reply.value;
}

/** What any failure may say to a person; only a refusal knows its mend. */
export function refusalOf(error: unknown): RefusalView {
  if (error instanceof Refused) return error.refusal;
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: "unsupported",
    message: `Uptake gave no answer. ${said}`,
    mend: "Try again. If it comes back, send this text to whoever looks after Uptake on your site.",
  };
}

/** Where the page stands, as Jira says it: never taken from the address bar. */
export interface Place {
  readonly siteUrl: string;
  readonly space: { readonly id: string; readonly key: string } | null;
  readonly gadget: { readonly id: string; readonly config: unknown } | null;
  /** Of a workflow rule that is being edited or shown, as it was saved. */
  readonly ruleConfig: unknown;
  readonly editing: boolean;
}

export async function place(): Promise<Place> {
  const context = await view.getContext();
  const { project, gadget, gadgetConfiguration, validatorConfig, config, entryPoint } = context.extension;
  return {
    siteUrl: context.siteUrl,
    space: project === undefined ? null : { id: String(project.id), key: String(project.key) },
    gadget:
      gadget === undefined && gadgetConfiguration === undefined
        ? null
        : { id: String(gadget?.id ?? ""), config: gadgetConfiguration ?? null },
    ruleConfig: validatorConfig ?? config ?? null,
    editing: entryPoint === "edit" || entryPoint === "create",
  };
}

export const enableTheme = (): Promise<void> => view.theme.enable();
export const closeDialog = (): Promise<void> => view.close();
export const submit = (value: object): Promise<void> => view.submit(value);
export const history = (): ReturnType<typeof view.createHistory> => view.createHistory();
export const openItem = (key: string): Promise<void> => router.navigate({ target: "issue", issueKey: key });

/** A tab of the page *Implementation* of a space, with a plan on it. */
export const openTab = ({ spaceKey, tab, plan }: { spaceKey: string; tab: string; plan: string }): Promise<void> =>
  router.navigate({
    target: "module",
    moduleKey: "uptake-space",
    projectKey: spaceKey,
    path: `${tab}/${encodeURIComponent(plan)}`,
  });

export interface Notice {
  readonly type: "success" | "error" | "info";
  readonly title: string;
  readonly description?: string;
}

let flags = 0;

export function flag(notice: Notice): void {
  flags += 1;
  showFlag({ id: `uptake-${String(flags)}`, isAutoDismiss: notice.type === "success", ...notice });
}

export function flagRefusal(error: unknown): void {
  const refusal = refusalOf(error);
  flag({ type: "error", title: refusal.message, description: refusal.mend });
}

export const emit = (event: string, payload: unknown): Promise<void> => events.emit(event, payload);

/** Listens until the returned function is called, also when that happens before the subscription stands. */
export function listen(event: string, heard: (payload: unknown) => void): () => void {
  return leaving(events.on(event, heard));
}

/**
 * Calls back whenever something may have changed: on a push where the site delivers one, else on a slow beat. The push
 * is only a hint; what is shown is always asked for, so that Jira's permissions apply to it.
 */
export function follow(channel: string, changed: () => void): () => void {
  const beat = window.setInterval(changed, 2_000);
  const leave = leaving(realtime.subscribeGlobal(channel, changed));
  return () => {
    window.clearInterval(beat);
    leave();
  };
}

/** The names of at most a hundred accounts, as far as the person at the screen may see them. */
export async function namesOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = accounts.slice(0, 100).map((account) => `accountId=${encodeURIComponent(account)}`);
  const response = await requestJira(`/rest/api/3/user/bulk?maxResults=100&${wanted.join("&")}`);
  const body: unknown = await response.json();
  const users: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "values") : null;
  return new Map(Array.isArray(users) ? users.flatMap((user: unknown) => nameOf(user)) : []);
}

/**
 * Hands Jira the function it calls when the administrator saves a workflow rule. The command has no wrapper among the
 * packages this page is built from, so it goes over the bridge by its name.
 */
export async function onRuleSaved(onConfigure: () => string): Promise<void> {
  const bridge: unknown = Reflect.get(globalThis, "__bridge");
  const call: unknown = typeof bridge === "object" && bridge !== null ? Reflect.get(bridge, "callBridge") : null;
  if (typeof call !== "function") return;
  await Reflect.apply(call, bridge, ["setWorkflowRuleConfigurationCallback", { data: { onConfigure } }]);
}

function nameOf(user: unknown): (readonly [string, string])[] {
  if (typeof user !== "object" || user === null || !("accountId" in user) || !("displayName" in user)) return [];
  return [[String(user.accountId), String(user.displayName)]];
}

function leaving(standing: Promise<{ unsubscribe: () => void | Promise<void> }>): () => void {
  // A site without push refuses the subscription; the beat or the page's own request goes on without it.
  const quiet = standing.catch(() => null);
  return () => void quiet.then((subscription) => subscription?.unsubscribe());
}
