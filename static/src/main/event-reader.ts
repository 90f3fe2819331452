import { convertPiece } from "../sources/convert-piece";
import type { PieceOrder } from "../sources/convert-piece";

/** Reads files of events beside the page, a piece at a time, so that a million rows never hold it up. */
addEventListener("message", ({ data }: MessageEvent<PieceOrder>) => postMessage(convertPiece(data)));
