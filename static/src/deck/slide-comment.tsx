import { useState } from "react";
import type { Slide } from "#formats/deck/deck";
import { mostCommentLetters } from "#contract/deck";

interface Props {
  readonly slide: Slide;
  /** Null for whoever may only read. */
  readonly onSay: ((slide: string, text: string) => Promise<boolean>) | null;
}

/** The one thing on a slide that a person types; what stands here goes into print and file. */
export function SlideComment({ slide, onSay }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const { comment, title } = slide;
  return (
    <div className="slide-comment">
      {comment === null ? null : (
        <blockquote>
          <p>{comment.text}</p>
          <p className="faint">{comment.said}</p>
        </blockquote>
      )}
      {onSay === null || !slide.takesComment ? null : draft === null ? (
        <button type="button" className="link slide-write" onClick={() => setDraft(comment?.text ?? "")}>
          {comment === null ? "Comment" : "Change the comment"}
          <span className="unseen"> on {title}</span>
        </button>
      ) : (
        <CommentForm
          title={title}
          draft={draft}
          onDraft={setDraft}
          onSay={async (text) => {
            if (await onSay(slide.id, text)) setDraft(null);
          }}
        />
      )}
    </div>
  );
}

interface FormProps {
  readonly title: string;
  readonly draft: string;
  readonly onDraft: (draft: string | null) => void;
  readonly onSay: (text: string) => Promise<void>;
}

function CommentForm({ title, draft, onDraft, onSay }: FormProps) {
  const [isBusy, setBusy] = useState(false);
  const say = async () => {
    setBusy(true);
    await onSay(draft);
    setBusy(false);
  };
  return (
    <div className="stack stack-tight slide-write">
      <label className="labelled">
        <span>Comment on {title}; empty takes it off the slide</span>
        <textarea
          rows={3}
          value={draft}
          maxLength={mostCommentLetters}
          onChange={(event) => onDraft(event.target.value)}
        />
      </label>
      <div className="row">
        <button type="button" className="button button-primary" disabled={isBusy} onClick={() => void say()}>
          Keep the comment
        </button>
        <button type="button" className="button" onClick={() => onDraft(null)}>
          Cancel
        </button>
      </div>
    </div>
  );
}
