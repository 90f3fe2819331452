export interface Peer {
  readonly call: (cmd: string, data: unknown) => Promise<unknown>;
}

export function createPeer(port: MessagePort, handle: (cmd: string, data: unknown) => unknown): Peer;
