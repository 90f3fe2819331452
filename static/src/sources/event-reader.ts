import type { ConvertedPiece, PieceOrder } from "./convert-piece";

export interface EventReader {
  /** One piece at a time. */
  readonly convert: (order: PieceOrder) => Promise<ConvertedPiece>;
  readonly close: () => void;
}

const here = async (order: PieceOrder): Promise<ConvertedPiece> =>
  (await import("./convert-piece")).convertPiece(order);

/** In a worker where the site lets one start, else in the page. */
export function openEventReader(): EventReader {
  let worker = startWorker();
  const close = () => {
    worker?.terminate();
    worker = null;
  };
  const beside = (busy: Worker, order: PieceOrder) =>
    new Promise<ConvertedPiece>((resolve, reject) => {
      const failed = () => {
        close();
        here(order).then(resolve, reject);
      };
      busy.addEventListener("message", ({ data }: MessageEvent<ConvertedPiece>) => resolve(data), { once: true });
      busy.addEventListener("error", failed, { once: true });
      busy.postMessage(order, []);
    });
  return { convert: (order) => (worker === null ? here(order) : beside(worker, order)), close };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("../main/event-reader.ts", import.meta.url), { type: "module" });
  } catch {
    // A policy that forbids workers says so by throwing.
    return null;
  }
}
