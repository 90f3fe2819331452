import type { SnapshotView } from "#contract/adoption";
import type { CommentView } from "#contract/deck";
import { sayDay } from "#domain/calendar/say-day";
import { dayAt, spellInstant } from "#domain/calendar/zone";
import { bare } from "./bare";
import type { Deck, Slide, SlideComment } from "./deck";
import { gateSlides } from "./gate-slides";
import { ageOf } from "./how-old";
import { metricSlides } from "./metric-slides";
import { outcomeSlides } from "./outcome-slides";

/** The deck of a snapshot: the same snapshot and the same moment give the same slides. Nothing on them is typed by hand but comments. */
export function slidesOf(snapshot: SnapshotView, now: number, comments: readonly CommentView[] = []): Deck {
  const { plan, wave, cut } = snapshot;
  const age = ageOf(cut === null ? null : Date.parse(cut), now);
  const scope = wave === null ? "All waves" : `Wave ${wave.title}`;
  return {
    title: `${plan.title}: weekly review`,
    plan: plan.title,
    wave: wave?.title ?? null,
    cut,
    foot: [plan.title, scope, sayCut(snapshot), `snapshot ${snapshot.id}`].join(" · "),
    slides: [
      cover(snapshot, scope, age),
      ...gateSlides(snapshot, age),
      ...metricSlides(snapshot, age),
      ...outcomeSlides(snapshot, now),
    ].map((slide) => ({ ...slide, comment: slide.takesComment ? commentOn(slide.id, comments, plan.zone) : null })),
  };
}

function commentOn(id: string, comments: readonly CommentView[], zone: string): SlideComment | null {
  const found = comments.find(({ slide }) => slide === id);
  if (found === undefined) return null;
  return { text: found.text, said: `${found.by}, ${sayDay(dayAt(Date.parse(found.at), zone))}` };
}

function cover(snapshot: SnapshotView, scope: string, age: Pick<Slide, "age" | "isOld">): Slide {
  const { plan, metrics, outcomes } = snapshot;
  const verdicts = [...metrics, ...outcomes].map(({ verdict }) => verdict.colour);
  const green = verdicts.filter((colour) => colour === "GREEN").length;
  return {
    ...bare,
    ...age,
    id: "cover",
    kind: "cover",
    title: plan.title,
    sentence: `${scope}: ${green} of ${verdicts.length} metrics are GREEN, ${verdicts.length - green} are RED.`,
    notes: [`${sayCut(snapshot)}.`, snapshot.clock],
  };
}

function sayCut({ cut, plan }: SnapshotView): string {
  if (cut === null) return "Nothing is reported yet";
  return `Everything reported up to ${sayDay(spellInstant(Date.parse(cut), plan.zone))} (${plan.zone})`;
}
