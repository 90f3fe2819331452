import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { JiraHost } from "../wire/wire";
import type { Installation } from "./installation";
import { extensionAri } from "./installation";
import type { Invocation, Invocations } from "./invocations";
import { invocation as limits } from "./limits";
import type { Manifest } from "./manifest";
import { appCaller } from "./platform";
import type { Channel, Realtime } from "./realtime";

export interface MountRequest {
  readonly moduleKey: string;
  /** What the product tells the module about where it stands; the frame can read it and never set it. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly accountId: string;
  /** `edit`, `create` or `view` opens that page of a module which has one. */
  readonly view?: "edit" | "create" | "view";
  /** Opens another resource in the module's name, as a modal dialog does. */
  readonly resource?: string;
}

export interface Frame extends MountRequest {
  readonly frameId: string;
  readonly moduleType: string;
  readonly resourceKey: string;
  readonly resolver: string | null;
  /** Path on the frame origin. */
  readonly url: string;
  readonly context: Readonly<Record<string, unknown>>;
}

interface Given {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly invocations: Invocations;
  readonly jira: JiraHost;
  readonly realtime: Realtime;
}

type Command = (given: Given, frame: Frame, sent: unknown) => unknown;

const commands: Readonly<Record<string, Command>> = {
  invoke,
  fetchProduct,
  getContext: (_, frame) => frame.context,
  initFeatureFlags: () => ({ feature_flags: {} }),
  isRovoEnabled: () => false,
  publishRealtimeChannel: ({ realtime }, frame, sent) => {
    const { eventPayload, ...rest } = channelCall.parse(sent);
    return (
      realtime.publish(channelOf(frame, rest), eventPayload) ?? {
        eventId: null,
        errors: [{ message: "RATE_LIMIT_EXCEEDED" }],
      }
    );
  },
  subscribeRealtimeChannel: ({ realtime }) => ({ after: realtime.now() }),
  pollRealtimeChannel: ({ realtime }, frame, sent) => {
    const { after, waitMs, ...rest } = channelCall.parse(sent);
    return realtime.listen(channelOf(frame, rest), after, waitMs);
  },
};

export function createBridge(given: Given) {
  const frames = new Map<string | null, Frame>();
  return {
    mount(request: MountRequest): Frame {
      const frame = frameOf(given, request);
      frames.set(frame.frameId, frame);
      return frame;
    },
    unmount: (frameId: string) => void frames.delete(frameId),
    find: (frameId: string): Frame | null => frames.get(frameId) ?? null,
    scopeOf(frameId: string | null): string | null {
      const frame = frames.get(frameId);
      return frame === undefined ? null : channelScope(frame);
    },
    /** A command of the frame that only the host can answer; the page around the frame plays the others. */
    async call(frameId: string, cmd: string, sent: unknown): Promise<unknown> {
      const frame = frames.get(frameId);
      if (frame === undefined) throw new Error(`There is no frame ${frameId}.`);
      const command = commands[cmd];
      if (command === undefined) throw new Error(`The workbench does not play the bridge command "${cmd}".`);
      return command(given, frame, sent);
    },
  };
}

const paged = z.object({ resource: z.string().optional() }).optional();
const shape = z.object({
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
  edit: paged,
  create: paged,
  view: paged,
});

function frameOf({ manifest, installation }: Given, request: MountRequest): Frame {
  const found = manifest.findModule(request.moduleKey);
  if (found === null) throw new Error(`The manifest has no module "${request.moduleKey}".`);
  const { resource, resolver, ...views } = shape.parse(found.module);
  const reference = request.resource ?? (request.view === undefined ? resource : views[request.view]?.resource);
  if (reference === undefined) throw new Error(`The module "${request.moduleKey}" has no ${request.view ?? ""} page.`);
  const { key, page } = manifest.resource(reference);
  const frameId = randomUUID();
  const { cloudId, siteUrl, timeZone, environmentId } = installation;
  const context = {
    accountId: request.accountId,
    cloudId,
    siteUrl,
    environmentId,
    environmentType: "DEVELOPMENT",
    localId: extensionAri(installation, request.moduleKey),
    locale: "en-US",
    timezone: timeZone,
    moduleKey: request.moduleKey,
    extension: { type: found.type, ...request.extension },
    permissions: { scopes: manifest.scopes, external: manifest.permissions["external"] ?? {} },
  };
  const url = `/${key}/${frameId}/${page}`;
  return {
    ...request,
    frameId,
    moduleType: found.type,
    resourceKey: key,
    resolver: resolver?.function ?? null,
    url,
    context,
  };
}

const invoked = z.object({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.unknown().optional(),
  invokeType: z.string().optional(),
});

async function invoke({ invocations }: Given, frame: Frame, sent: unknown): Promise<unknown> {
  const { functionKey, payload, metadata, invokeType } = invoked.parse(sent);
  if (invokeType !== undefined)
    throw new Error(`The workbench does not play the bridge command "invoke" for ${invokeType}.`);
  if (Buffer.byteLength(JSON.stringify(payload) ?? "") > limits.requestBytes)
    throw failed("The payload is larger than 500 KB.");
  if (frame.resolver === null) throw failed(`The module "${frame.moduleKey}" has no resolver.`);
  const invocation: Invocation = {
    functionKey: frame.resolver,
    moduleKey: frame.moduleKey,
    moduleType: "resolver",
    payload: { call: { functionKey, payload }, context: frame.context },
    accountId: frame.accountId,
    contextToken: frame.frameId,
  };
  const outcome = await invocations.invoke(invocation);
  if (outcome.kind === "failed") throw failed(outcome.message);
  return metadata === undefined ? outcome.value : { body: outcome.value, metadata: {} };
}

function failed(message: string): Error {
  return new Error(`There was an error invoking the function - ${message}`);
}

const fetched = z.object({
  product: z.string(),
  restPath: z.string(),
  isMultipartFormData: z.boolean().default(false),
  fetchRequestInit: z.object({
    method: z.string().default("GET"),
    body: z.string().nullish(),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
});

async function fetchProduct({ jira, manifest }: Given, frame: Frame, sent: unknown): Promise<unknown> {
  const { product, restPath, isMultipartFormData, fetchRequestInit } = fetched.parse(sent);
  if (product !== "jira") throw new Error(`The workbench does not play the product "${product}".`);
  if (isMultipartFormData) throw new Error("The workbench does not play uploads over the bridge.");
  const { method, body, headers } = fetchRequestInit;
  const lower = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const request = { method: method.toUpperCase(), path: restPath, headers: lower, body: body ?? null };
  const answer = await jira.handle(request, appCaller(manifest, frame.accountId));
  return {
    body: answer.body ?? "",
    headers: answer.headers,
    status: answer.status,
    statusText: "",
    isAttachment: false,
  };
}

const channelCall = z.object({
  channelName: z.string(),
  isGlobal: z.boolean().default(false),
  eventPayload: z.unknown().optional(),
  after: z.number().default(0),
  waitMs: z.number().max(25_000).default(20_000),
});

function channelOf(
  frame: Frame,
  { channelName: name, isGlobal }: Pick<z.infer<typeof channelCall>, "channelName" | "isGlobal">,
): Channel {
  return { name, isGlobal, scope: channelScope(frame) };
}

const located = z.object({ id: z.union([z.string(), z.number()]) }).optional();
const location = z.object({ project: located, issue: located, board: located });

/** Frames share a channel when they show the same work item, space or board. */
function channelScope(frame: Frame): string {
  const { project, issue, board } = location.parse(frame.extension);
  return [project?.id, issue?.id, board?.id].join("/");
}
