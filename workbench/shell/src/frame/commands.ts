import { z } from "zod";
import { bench } from "../bench";
import { onLive } from "../live";
import { closeFlag, showFlag } from "../parts/flags";
import { go, paths } from "../router";
import { addressOf } from "./address";
import { emit, listen } from "./bus";
import { moduleHistory } from "./history";
import { openModal } from "./modals";

/** What the commands of one frame may reach of the page around it. */
export interface FrameHost {
  readonly moduleKey: string;
  readonly frameId: string;
  readonly resource: string | null;
  readonly extension: Readonly<Record<string, unknown>>;
  /** Address of the module's page, under which it may keep its own place; null where it has none. */
  readonly base: string | null;
  /** Null where the place cannot be submitted or closed: the app is told so. */
  readonly submit: ((value: unknown) => unknown) | null;
  readonly close: ((payload: unknown) => unknown) | null;
  readonly refresh: () => void;
  readonly configure: ((save: () => Promise<unknown>) => void) | null;
  /** Gives the frame this page's colors, and each later change of them. */
  readonly enableTheming: () => Promise<void>;
  /** Run when the frame leaves. */
  readonly leaving: (undo: () => void) => void;
}

type Command = (host: FrameHost, payload: unknown) => unknown;

const fn = z.custom<(...values: unknown[]) => Promise<unknown>>((value) => typeof value === "function");
const modal = z.object({
  resource: z.string().nullable(),
  onClose: fn,
  size: z.union([z.string(), z.object({ width: z.string(), height: z.string().optional() })]),
  context: z.unknown().optional(),
  closeOnEscape: z.boolean(),
  closeOnOverlayClick: z.boolean(),
  title: z.string(),
});
const flag = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().default(""),
  description: z.string().nullish(),
  type: z.string().default("info"),
  actions: z.array(z.object({ text: z.string(), onClick: fn })).default([]),
  isAutoDismiss: z.boolean().default(false),
});
const told = z.object({ event: z.string(), payload: z.unknown().optional() });
const heard = z.object({ event: z.string(), callback: fn });
const subscribed = z.object({ channelName: z.string(), onEvent: fn, isGlobal: z.boolean().default(false) });
const itemModal = z.object({
  data: z.looseObject({
    onClose: fn.optional(),
    context: z.looseObject({ issueKey: z.string().optional() }).default({}),
  }),
});
const rule = z.object({ data: z.object({ onConfigure: fn }) });

/** The commands that the page answers itself. Every other one goes to the runtime, which refuses the unknown by name. */
export const commands: Readonly<Record<string, Command>> = {
  enableTheming: ({ enableTheming }) => enableTheming(),
  submit: ({ submit }, value) => (submit === null ? false : submit(value)),
  close: ({ close }, payload) => (close === null ? false : close(payload)),
  refresh: ({ refresh }) => refresh(),
  reload: () => window.location.reload(),
  openModal: (host, payload) => {
    const wish = modal.parse(payload);
    openModal({
      ...wish,
      moduleKey: host.moduleKey,
      resource: wish.resource ?? host.resource,
      extension: { ...host.extension, modal: wish.context },
      escape: wish.closeOnEscape ? "closes" : "stays",
      overlay: wish.closeOnOverlayClick ? "closes" : "stays",
      onClose: (value) => void wish.onClose(value),
    });
  },
  showFlag: (_, payload) => {
    const wish = flag.parse(payload);
    const actions = wish.actions.map(({ text, onClick }) => ({ text, onClick: () => void onClick() }));
    showFlag({ ...wish, description: wish.description ?? null, actions }, wish.isAutoDismiss ? "passes" : "stays");
  },
  closeFlag: (_, payload) => closeFlag(flag.parse(payload).id),
  navigate: (_, payload) => {
    const { type } = z.looseObject({ type: z.string() }).parse(payload);
    const url = new URL(addressOf(payload));
    if (type === "new-tab") window.open(url.href, "_blank", "noopener");
    else if (url.origin === window.location.origin) go(url.pathname + url.search);
    else window.location.assign(url);
  },
  getUrl: (_, payload) => addressOf(payload),
  createHistory: ({ base }) => {
    if (base === null) throw new Error("This module has no address of its own.");
    return moduleHistory(base);
  },
  changeWindowTitle: (_, title) => {
    document.title = String(title);
  },
  emit: (_, payload) => emitTold(payload, ""),
  emitPublic: (_, payload) => emitTold(payload, "public:"),
  on: (host, payload) => hear(host, payload, ""),
  onPublic: (host, payload) => hear(host, payload, "public:"),
  subscribeRealtimeChannel: async (host, payload) => {
    const { channelName, onEvent, isGlobal } = subscribed.parse(payload);
    const unsubscribe = onLive((event) => {
      if (event.kind !== "realtime" || event.frameId !== host.frameId) return;
      if (event.channelName === channelName && event.isGlobal === isGlobal) void onEvent(event.payload);
    });
    await bench.bridge(host.frameId, "subscribeRealtimeChannel", { channelName, isGlobal });
    return standing(host, unsubscribe);
  },
  setWorkflowRuleConfigurationCallback: ({ configure }, payload) => {
    if (configure === null) throw new Error("Only the configuration of a workflow rule has this command.");
    configure(rule.parse(payload).data.onConfigure);
  },
  openIssueViewModal: (_, payload) => go(paths.item(itemModal.parse(payload).data.context.issueKey ?? "")),
  openIssueCreateModal: (_, payload) => emit("workbench:create", itemModal.parse(payload).data),
};

function emitTold(payload: unknown, prefix: string): void {
  const { event, payload: value } = told.parse(payload);
  emit(prefix + event, value);
}

function hear(host: FrameHost, payload: unknown, prefix: string) {
  const { event, callback } = heard.parse(payload);
  return standing(host, listen(prefix + event, callback));
}

function standing(host: FrameHost, unsubscribe: () => void) {
  host.leaving(unsubscribe);
  return { unsubscribe };
}
