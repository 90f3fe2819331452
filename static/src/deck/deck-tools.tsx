import { useState } from "react";
import type { Deck } from "#formats/deck/deck";
import { flagRefusal } from "../bridge";
import { download } from "../parts/download";

interface Props {
  readonly deck: Deck;
  /** Of the file, without its ending. */
  readonly name: string;
}

const pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

export function DeckTools({ deck, name }: Props) {
  const [isWriting, setWriting] = useState(false);
  const save = async () => {
    setWriting(true);
    try {
      // The writer is larger than all the page, and few visits need it.
      const { writePptx } = await import("#formats/deck/write-pptx");
      download(`${name}.pptx`, new Uint8Array(await writePptx(deck)), pptx);
    } catch (error) {
      flagRefusal(error);
    } finally {
      setWriting(false);
    }
  };
  return (
    <div className="row">
      <button type="button" className="button" onClick={() => window.print()}>
        Print
      </button>
      <button type="button" className="button" disabled={isWriting} onClick={() => void save()}>
        {isWriting ? "Writing the file…" : "Download PPTX"}
      </button>
    </div>
  );
}
