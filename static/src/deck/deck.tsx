import { useState } from "react";
import type { SnapshotView } from "#contract/adoption";
import type { CommentsView } from "#contract/deck";
import { slidesOf } from "#formats/deck/slides";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { useAsk } from "../parts/use-ask";
import { WaveChoice } from "../parts/wave-choice";
import { useNow } from "../rollback/use-now";
import { DeckTools } from "./deck-tools";
import { SlideFace } from "./slide-face";
import { useComments } from "./use-comments";

/** The weekly deck as it will be: one slide a metric, from the same snapshot as every other number here. */
export default function DeckScreen({ plan }: { readonly plan: string }) {
  const [wave, setWave] = useState<string | null>(null);
  const { state, again } = useAsk("adoption", { plan, wave });
  const said = useComments(plan, wave);
  return (
    <AskedFor state={state} what="the deck" onAgain={again}>
      {(view) => (
        <AskedFor state={said.state} what="the comments" onAgain={said.again}>
          {(comments) => <Slides view={view} comments={comments} wave={wave} onWave={setWave} onSay={said.say} />}
        </AskedFor>
      )}
    </AskedFor>
  );
}

interface Props {
  readonly view: SnapshotView;
  readonly comments: CommentsView;
  readonly wave: string | null;
  readonly onWave: (wave: string | null) => void;
  readonly onSay: (slide: string, text: string) => Promise<boolean>;
}

const minuteMs = 60_000;

function Slides({ view, comments, wave, onWave, onSay }: Props) {
  const now = useNow(answeredAt(view), minuteMs);
  // While another wave is fetched, one of the two answers may be here before the other.
  const isOfThese = comments.wave === (view.wave?.id ?? null);
  const deck = slidesOf(view, now, isOfThese ? comments.comments : []);
  return (
    <div className="stack stack-wide">
      <div className="row row-apart deck-tools">
        <WaveChoice waves={view.waves} chosen={wave} onChoose={onWave} />
        <DeckTools deck={deck} name={fileName(view)} />
      </div>
      {view.cut === null ? <NothingYet /> : null}
      <div className="slides">
        {deck.slides.map((slide, at) => (
          <SlideFace
            key={`${wave ?? ""} ${slide.id}`}
            slide={slide}
            foot={deck.foot}
            number={at + 1}
            onSay={comments.mayWrite && isOfThese ? onSay : null}
          />
        ))}
      </div>
    </div>
  );
}

function NothingYet() {
  return (
    <div className="deck-empty">
      <Empty title="Nothing is reported yet">
        <p>
          Create a source under Settings and let the system people work in report what they do. Until then every slide
          is RED, and says that there is no evidence.
        </p>
      </Empty>
    </div>
  );
}

/** By the server's clock: what it calls three hours old does not grow older by a clock on a desk that is wrong. */
function answeredAt({ cut, ageHours, computedAt }: SnapshotView): number {
  return cut === null || ageHours === null ? Date.parse(computedAt) : Date.parse(cut) + ageHours * 60 * minuteMs;
}

function fileName({ plan, wave, cut }: SnapshotView): string {
  return ["deck", plan.id, wave?.id, cut?.slice(0, 10)].filter((part) => part !== undefined).join("-");
}
