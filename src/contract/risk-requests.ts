import { z } from "zod";
import type { ExceptionsView } from "./exceptions";
import * as exception from "./exceptions";
import type { ReviewView } from "./reviews";
import * as review from "./reviews";
import { editRiskRequest, moveRequest, raiseRequest, retagRequest, saveViewsRequest } from "./risks";
import type { BurndownView, CriticalRisksView, RegisterView, RiskBoardView, SavedView } from "./risks";
import type { RollbacksView } from "./rollbacks";
import * as rollback from "./rollbacks";
import type { RunView } from "./sync";
import { planRequest } from "./sync";

/** What a page may ask of risks, rollbacks and exceptions. */
export const riskRequests = {
  rollbacks: planRequest,
  namesOf: rollback.namesRequest,
  enterReading: rollback.readingRequest,
  countReading: rollback.countRequest,
  startRollback: rollback.startRequest,
  tickRunStep: rollback.tickStepRequest,
  abortRollback: rollback.abortRequest,
  noteLesson: rollback.lessonRequest,
  announceAgain: rollback.rollbackRunRequest,
  riskBoard: planRequest,
  retagRisk: retagRequest,
  moveRisk: moveRequest,
  raiseRisk: raiseRequest,
  criticalRisks: planRequest,
  saveRiskViews: saveViewsRequest,
  riskBurndown: planRequest,
  riskRegister: z.object({}),
  riskReview: planRequest,
  attendees: planRequest,
  nextReview: planRequest,
  openReview: review.openReviewRequest,
  attendReview: review.attendRequest,
  decideRisk: review.decideRequest,
  decideHere: review.decideHereRequest,
  editRisk: editRiskRequest,
  closeReview: review.closeReviewRequest,
  exceptions: planRequest,
  noteException: exception.noteExceptionRequest,
  takeException: exception.takeExceptionRequest,
  closeException: exception.closeExceptionRequest,
};

export interface RiskReplies {
  readonly rollbacks: RollbacksView;
  readonly namesOf: Readonly<Record<string, string>>;
  readonly enterReading: RollbacksView;
  readonly countReading: RollbacksView;
  readonly startRollback: RollbacksView;
  readonly tickRunStep: RollbacksView;
  readonly abortRollback: RollbacksView;
  readonly noteLesson: RollbacksView;
  readonly announceAgain: RollbacksView;
  readonly riskBoard: RiskBoardView;
  readonly retagRisk: null;
  readonly moveRisk: null;
  readonly raiseRisk: RunView;
  readonly criticalRisks: CriticalRisksView;
  readonly saveRiskViews: readonly SavedView[];
  readonly riskBurndown: BurndownView;
  readonly riskRegister: RegisterView;
  readonly riskReview: ReviewView;
  readonly attendees: readonly review.Attendee[];
  readonly nextReview: review.NextReview;
  readonly openReview: ReviewView;
  readonly attendReview: ReviewView;
  readonly decideRisk: ReviewView;
  readonly decideHere: null;
  readonly editRisk: null;
  readonly closeReview: ReviewView;
  readonly exceptions: ExceptionsView;
  readonly noteException: ExceptionsView;
  readonly takeException: ExceptionsView;
  readonly closeException: ExceptionsView;
}
