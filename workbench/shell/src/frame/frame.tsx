import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { bench } from "../bench";
import type { Mounted } from "../bench";
import { said } from "../call";
import { onLive } from "../live";
import { Refusal, Skeleton } from "../parts/standing";
import { colorMode, frameTheme } from "../theme";
import { commands } from "./commands";
import type { FrameHost } from "./commands";
import { openPort } from "./port";

interface Props {
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly resource?: string | null;
  /** Opens that page of a module which has one, instead of its own. */
  readonly view?: "edit" | "create";
  readonly base?: string;
  readonly look?: "shown" | "hidden";
  readonly onSubmit?: (value: unknown) => unknown;
  readonly onClose?: (payload: unknown) => unknown;
  readonly onConfigure?: (save: () => Promise<unknown>) => void;
}

/** One module of the app in its sandboxed frame. It starts anew when its context changes, the app is rebuilt or time moves. */
export function ModuleFrame(props: Props) {
  const { moduleKey, extension, resource, view } = props;
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => onLive(({ kind }) => (kind === "reloaded" || kind === "clock") && again()), [again]);
  const wish = JSON.stringify({ moduleKey, extension, resource: resource ?? undefined, view });
  return <Frame key={`${wish} ${round}`} {...props} wish={wish} onRefresh={again} />;
}

type FrameProps = Props & { readonly wish: string; readonly onRefresh: () => void };

function Frame(props: FrameProps) {
  const { wish, title, look = "shown" } = props;
  const { mounted, refusal } = useMounted(wish);
  const [height, setHeight] = useState(0);
  const element = useRef<HTMLIFrameElement>(null);
  const start = useEffectEvent((frame: HTMLIFrameElement, found: Mounted) => play(frame, found, { props, setHeight }));
  useEffect(() => {
    const frame = element.current;
    return mounted === null || frame === null ? undefined : start(frame, mounted);
  }, [mounted]);
  if (refusal !== null) return <Refusal text={refusal} />;
  return (
    <div className={look === "hidden" ? "frame-hidden" : "frame"}>
      {look === "shown" && height === 0 && <Skeleton />}
      {mounted !== null && (
        // The frame has an origin of its own, so keeping that origin gives it no way out of the sandbox; Forge does the same.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe
          ref={element}
          src={mounted.url}
          title={title}
          // As iframe-resizer's host half sets it: a frame not yet grown shows no bar of its own, which would take width.
          scrolling="no"
          style={{ height }}
          sandbox={sandbox}
          allow="clipboard-write"
        />
      )}
    </div>
  );
}

const sandbox = "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups";

function useMounted(wish: string): { readonly mounted: Mounted | null; readonly refusal: string | null } {
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const asked = bench.mount(wish);
    const leave = (found: Mounted) => void bench.unmount(found.frameId).catch(() => undefined);
    asked.then(setMounted, (error: unknown) => setRefusal(said(error)));
    return () => void asked.then(leave, () => undefined);
  }, [wish]);
  return { mounted, refusal };
}

interface Stage {
  readonly props: FrameProps;
  readonly setHeight: (height: number) => void;
}

/** The page half of the bridge for one frame, until the returned function is called. */
function play(frame: HTMLIFrameElement, mounted: Mounted, { props, setHeight }: Stage): () => void {
  const undo: (() => void)[] = [];
  const host: FrameHost = {
    moduleKey: props.moduleKey,
    frameId: mounted.frameId,
    resource: props.resource ?? null,
    extension: props.extension,
    base: props.base ?? null,
    submit: props.onSubmit ?? null,
    close: props.onClose ?? null,
    refresh: props.onRefresh,
    configure: props.onConfigure ?? null,
    async enableTheming() {
      const theme = () => frameTheme().then(port.theme);
      undo.push(colorMode.onChange(() => void theme()));
      await theme();
    },
    leaving: (work) => void undo.push(work),
  };
  const answer = async (command: string, payload: unknown) => {
    const own = commands[command];
    return own === undefined ? bench.bridge(mounted.frameId, command, payload) : own(host, payload);
  };
  const port = openPort(frame, new URL(mounted.url), { answer, resized: setHeight });
  undo.push(port.close);
  return () => undo.forEach((work) => work());
}
