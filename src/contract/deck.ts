import { z } from "zod";

/** A thought to say aloud, no essay: it stands on a slide beside its number. */
export const mostCommentLetters = 500;

export const commentsRequest = z.object({ plan: z.string(), wave: z.string().nullable().default(null) });

export const commentRequest = commentsRequest.extend({
  /** The slide's name, which stays the same from week to week. */
  slide: z.string().min(1).max(200),
  /** Empty takes the comment off the slide; what was said before stays in the log. */
  text: z.string().trim().max(mostCommentLetters),
});

/** The one thing on a slide that was typed by a person: what, who and when. */
export interface CommentView {
  readonly slide: string;
  readonly text: string;
  readonly by: string;
  /** An instant. */
  readonly at: string;
}

export interface CommentsView {
  /** Of which deck: a wave has its own. */
  readonly wave: string | null;
  readonly comments: readonly CommentView[];
  /** Whether whoever asks may write one. */
  readonly mayWrite: boolean;
}
