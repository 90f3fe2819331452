import { z } from "zod";
import type { ArithmeticView, SnapshotView } from "./adoption";
import { adoptionRequest, arithmeticRequest } from "./adoption";
import { gadgetRequest, gadgetsRequest } from "./gadget";
import type { GadgetView } from "./gadget";
import { answerRequest, coachRequest, observeRequest } from "./observations";
import type { TailView } from "./observations";
import { commentRequest, commentsRequest } from "./deck";
import type { CommentsView } from "./deck";
import { historyRequest } from "./drift";
import type { DriftView, HistoryView } from "./drift";
import { tickRequest, voteRequest, withdrawRequest } from "./gates";
import type { GatesView } from "./gates";
import * as people from "./people";
import type { PanelView } from "./panel";
import { freezeRequest } from "./freeze";
import type { PlanPageView } from "./plan-page";
import { saveDraftRequest, saveEditsRequest, stepStatusRequest } from "./plan-page";
import type { OverviewView, PlanSummary, PlanTableView } from "./plans";
import type { Reply } from "./reply";
import { riskRequests } from "./risk-requests";
import type { RiskReplies } from "./risk-requests";
import type { HealthView, MappingView, SetupView, SpaceView } from "./setup";
import { setupApplyRequest, setupRequest, spaceRequest } from "./setup";
import type { NewSecretView, SourceView, UploadView } from "./sources";
import { createSourceRequest, sourceRequest, uploadRequest } from "./sources";
import type { StorageView } from "./storage";
import { knownTable } from "./known-tables";
import type { KnownTable } from "./known-tables";
import { renameTemplateRequest, saveTemplateRequest, templateRequest } from "./templates";
import type { TemplateView } from "./templates";
import * as items from "./work-items";
import type { ProposalView, RunView, RunningView, UndoView } from "./sync";
import { applyRequest, planRequest, proposeRequest, runRequest } from "./sync";

const nothing = z.object({});

/** Everything a page may ask, by the name it is asked under. The resolver holds one line for each. */
export const requests = {
  listPlans: nothing,
  overview: planRequest,
  planTable: planRequest,
  planText: planRequest,
  planPage: planRequest,
  planDraft: planRequest,
  saveDraft: saveDraftRequest,
  saveEdits: saveEditsRequest,
  moveStep: stepStatusRequest,
  setBaseline: planRequest,
  writeFreeze: freezeRequest,
  undoBaseline: planRequest,
  knownTables: nothing,
  keepTable: knownTable,
  listTemplates: nothing,
  saveTemplate: saveTemplateRequest,
  renameTemplate: renameTemplateRequest,
  removeTemplate: templateRequest,
  propose: proposeRequest,
  apply: applyRequest,
  run: runRequest,
  listRuns: planRequest,
  cancelRun: runRequest,
  undoRun: runRequest,
  /** What undoing would do now, and what can no longer be undone. */
  undoPreview: runRequest,
  /** A new run of nothing but what failed in an earlier one. */
  retryRun: runRequest,
  running: planRequest,
  /** The drift as it was last seen. */
  drift: planRequest,
  /** Looks at Jira now. */
  checkDrift: planRequest,
  syncHistory: historyRequest,
  exportHistory: planRequest,
  panel: nothing,
  ...riskRequests,
  adoption: adoptionRequest,
  arithmetic: arithmeticRequest,
  gadget: gadgetRequest,
  gadgets: gadgetsRequest,
  observe: observeRequest,
  answerThreshold: answerRequest,
  tail: adoptionRequest,
  nameCoach: coachRequest,
  deckComments: commentsRequest,
  commentSlide: commentRequest,
  gates: planRequest,
  decideVerdict: planRequest,
  tickChecklist: tickRequest,
  voteGate: voteRequest,
  withdrawGate: withdrawRequest,
  /** Which field of this site holds the verdict, for the workflow rule's page. */
  ruleField: nothing,
  listSources: planRequest,
  createSource: createSourceRequest,
  rotateSource: sourceRequest,
  removeSource: sourceRequest,
  importPeople: people.peopleRequest,
  erasePerson: people.erasePersonRequest,
  storage: planRequest,
  uploadEvents: uploadRequest,
  listItemSources: planRequest,
  previewItems: items.previewItemsRequest,
  defineItems: items.defineItemsRequest,
  lookNow: items.lookNowRequest,
  removeItems: items.itemSourceRequest,
  listTeams: planRequest,
  findGroups: people.findGroupsRequest,
  setTeams: people.keepTeamsRequest,
  importCustomers: people.customersRequest,
  listSpaces: nothing,
  setupPreview: setupRequest,
  setupApply: setupApplyRequest,
  setupRemove: spaceRequest,
  health: spaceRequest,
  mapping: spaceRequest,
} as const;

export type RequestName = keyof typeof requests;
export type RequestOf<N extends RequestName> = z.input<(typeof requests)[N]>;

export interface Replies extends RiskReplies {
  readonly listPlans: readonly PlanSummary[];
  readonly overview: OverviewView;
  readonly planTable: PlanTableView;
  readonly planText: { readonly text: string };
  readonly planPage: PlanPageView;
  readonly planDraft: { readonly text: string; readonly draft: string | null };
  readonly saveDraft: null;
  readonly saveEdits: null;
  readonly moveStep: null;
  readonly setBaseline: null;
  readonly writeFreeze: null;
  readonly undoBaseline: null;
  readonly knownTables: readonly KnownTable[];
  readonly keepTable: null;
  readonly listTemplates: readonly TemplateView[];
  readonly saveTemplate: TemplateView;
  readonly renameTemplate: null;
  readonly removeTemplate: null;
  readonly propose: ProposalView;
  readonly apply: RunView;
  readonly run: RunView;
  readonly listRuns: readonly RunView[];
  readonly cancelRun: RunView;
  readonly undoRun: RunView;
  readonly undoPreview: UndoView;
  readonly retryRun: RunView;
  readonly running: RunningView | null;
  readonly drift: DriftView;
  readonly checkDrift: DriftView;
  readonly syncHistory: HistoryView;
  readonly exportHistory: { readonly fileName: string; readonly text: string };
  readonly panel: PanelView;
  readonly adoption: SnapshotView;
  readonly arithmetic: ArithmeticView;
  readonly gadget: GadgetView;
  readonly gadgets: readonly Reply<GadgetView>[];
  readonly observe: null;
  readonly answerThreshold: null;
  readonly tail: TailView;
  readonly nameCoach: null;
  readonly deckComments: CommentsView;
  readonly commentSlide: CommentsView;
  readonly gates: GatesView;
  readonly decideVerdict: GatesView;
  readonly tickChecklist: null;
  readonly voteGate: GatesView;
  readonly withdrawGate: GatesView;
  readonly ruleField: { readonly field: string };
  readonly listSources: readonly SourceView[];
  readonly createSource: NewSecretView;
  readonly rotateSource: NewSecretView;
  readonly removeSource: null;
  readonly erasePerson: null;
  readonly storage: StorageView;
  readonly importPeople: people.ListView;
  readonly uploadEvents: UploadView;
  readonly listItemSources: readonly items.ItemSourceView[];
  readonly previewItems: items.ItemsPreview;
  readonly defineItems: items.ItemSourceView;
  readonly lookNow: items.ItemSourceView;
  readonly removeItems: null;
  readonly listTeams: readonly people.TeamView[];
  readonly findGroups: readonly people.FoundGroup[];
  readonly setTeams: readonly people.TeamView[];
  readonly importCustomers: people.ListView;
  readonly listSpaces: readonly SpaceView[];
  readonly setupPreview: SetupView;
  readonly setupApply: SetupView;
  readonly setupRemove: SetupView;
  readonly health: HealthView;
  readonly mapping: MappingView;
}
