import { z } from "zod";
import { createPeer } from "../../../forge/front/peer";
import type { Peer } from "../../../forge/front/peer";
import type { FrameTheme } from "../theme";

export interface Port {
  readonly theme: (theme: FrameTheme) => Promise<void>;
  readonly close: () => void;
}

interface Handlers {
  readonly answer: (command: string, payload: unknown) => Promise<unknown>;
  readonly resized: (height: number) => void;
}

const hello = z.object({ kind: z.literal("forge-bridge"), frameId: z.string() });

/** Words of iframe-resizer 4, whose frame half Forge puts into every page: what to measure, and `id:height:width:why` back. */
const resizer = "[iFrameSizer]";
const settings = "0:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:false";

/** Waits for the frame to hand over its port. Only its own window, and only from the frame origin, is believed. */
export function openPort(frame: HTMLIFrameElement, url: URL, { answer, resized }: Handlers): Port {
  const frameId = url.pathname.split("/")[2];
  let peer: Peer | null = null;
  let messagePort: MessagePort | null = null;
  const hear = ({ source, origin, data, ports }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || origin !== url.origin) return;
    const height = typeof data === "string" ? heightOf(data) : null;
    if (height !== null) resized(height);
    const [port] = ports;
    if (port === undefined || hello.safeParse(data).data?.frameId !== frameId) return;
    messagePort = port;
    peer = createPeer(port, answer);
  };
  const measure = () => frame.contentWindow?.postMessage(`${resizer}${frameId}:${settings}`, url.origin);
  window.addEventListener("message", hear);
  frame.addEventListener("load", measure);
  return {
    async theme({ colorMode, dataTheme, css }) {
      await peer?.call("theme", { colorMode, theme: dataTheme, css });
    },
    close() {
      window.removeEventListener("message", hear);
      messagePort?.close();
    },
  };
}

function heightOf(said: string): number | null {
  if (said === `${resizer}Ready` || !said.startsWith(resizer)) return null;
  const height = Number(said.split(":")[1]);
  return Number.isFinite(height) ? Math.ceil(height) : null;
}
