import type { AdoptionOutside, LoadedPlan } from "../adoption-ports";
import type { GateLine, GatesView, voteRequest, withdrawRequest } from "#contract/gates";
import type { SnapshotView } from "#contract/adoption";
import type { planRequest } from "#contract/sync";
import { deliveryLines, gateVerdict } from "#domain/governance/gates";
import { sealOf, unsealed, verdictText } from "#domain/governance/verdict-text";
import type { GateName } from "#domain/governance/votes";
import type { z } from "zod";
import { readSnapshot, takeSnapshot } from "../adoption/read-snapshot";
import { seenBy } from "../adoption/seen-by";
import type { GatesOutside } from "./gates-ports";
import { checklistOf } from "./checklist";
import { adoptionLine, deliveryLine, signOffLine } from "./lines";
import { gateOf, isDue, isWritten, keepNote, readNote } from "./verdict-note";
import { castVote, tableOf, takeBack, voteView } from "./vote";
import type { Ballot, Table } from "./vote";

export async function gates({ plan }: z.output<typeof planRequest>, outside: GatesOutside): Promise<GatesView> {
  const loaded = await outside.loadPlan(plan);
  return view(loaded, await readSnapshot(loaded, null, outside), outside);
}

/** Works the evidence out anew and writes the verdict the workflow rule reads. */
export async function decideVerdict({ plan }: z.output<typeof planRequest>, outside: GatesOutside): Promise<GatesView> {
  const loaded = await outside.loadPlan(plan);
  const snapshot = await writeVerdict(loaded, outside);
  return view(loaded, seenBy(snapshot, await outside.countedItems.hiddenFrom(loaded.plan.id)), outside);
}

/** The same for the app itself, which shows nobody the first gate and so need not read every step for it. */
export async function renewVerdict({ plan }: z.output<typeof planRequest>, outside: AdoptionOutside): Promise<void> {
  await writeVerdict(await outside.loadPlan(plan), outside);
}

/** For the app's round, which comes by far more often than there is anything to say. */
export async function renewDueVerdict({ plan }: z.output<typeof planRequest>, outside: AdoptionOutside): Promise<void> {
  const note = await readNote(plan, outside);
  if (!(await isDue(note, plan, outside))) return;
  // A plan that refuses, because its work item or the field has gone, is tried again in an hour and not in five minutes.
  await keepNote(plan, { at: outside.now, gate: null, writtenAt: note?.writtenAt ?? 0 }, outside);
  const loaded = await outside.loadPlan(plan);
  const snapshot = await takeSnapshot(loaded, null, outside);
  if (note === null || !isWritten(note, snapshot, outside.now)) return writeField(loaded, snapshot, outside);
  await keepNote(plan, { ...note, at: outside.now, gate: gateOf(snapshot) }, outside);
}

async function writeVerdict(loaded: LoadedPlan, outside: AdoptionOutside): Promise<SnapshotView> {
  const snapshot = await takeSnapshot(loaded, null, outside);
  await writeField(loaded, snapshot, outside);
  return snapshot;
}

async function writeField(loaded: LoadedPlan, snapshot: SnapshotView, outside: AdoptionOutside): Promise<void> {
  const shown = seenBy(snapshot, await outside.countedItems.hiddenInField(loaded), "everybody who asks");
  const evidence = JSON.stringify(shown);
  await outside.verdicts.publish(loaded.key, evidence);
  await outside.verdicts.write(loaded.key, verdictText(shown.gate, outside.now, sealOf(outside.seals.hash(evidence))));
  await keepNote(loaded.plan.id, { at: outside.now, gate: gateOf(snapshot), writtenAt: outside.now }, outside);
}

/** G5: a vote rests on the evidence as it is at that moment, not as the page showed it. */
export async function voteGate(request: z.output<typeof voteRequest>, outside: GatesOutside): Promise<GatesView> {
  const loaded = await outside.loadPlan(request.plan);
  const taken = await takeSnapshot(loaded, null, outside);
  const snapshot = seenBy(taken, await outside.countedItems.hiddenFrom(loaded.plan.id));
  await castVote(request, await ballot(loaded, snapshot, request.gate, outside), outside);
  return view(loaded, snapshot, outside);
}

export async function withdrawGate(
  request: z.output<typeof withdrawRequest>,
  outside: GatesOutside,
): Promise<GatesView> {
  const loaded = await outside.loadPlan(request.plan);
  const snapshot = await readSnapshot(loaded, null, outside);
  await takeBack(request, await ballot(loaded, snapshot, request.gate, outside), outside);
  return view(loaded, snapshot, outside);
}

async function ballot(
  loaded: LoadedPlan,
  snapshot: SnapshotView,
  gate: GateName,
  outside: GatesOutside,
): Promise<Ballot> {
  const table = await tableOf(loaded, outside);
  const lines = await linesOf(gate, { loaded, snapshot, table }, outside);
  const signOff = await signOffOf(gate, loaded, outside);
  const isMeasured = gate === "implementation";
  return {
    loaded,
    table,
    view: voteView(table, { gate, lines: [...lines, ...signOff], caller: outside.caller }),
    snapshot: isMeasured ? snapshot.id : null,
  };
}

interface Evidence {
  readonly loaded: LoadedPlan;
  readonly snapshot: SnapshotView;
  readonly table: Table;
}

async function linesOf(
  gate: GateName,
  { loaded, snapshot, table }: Evidence,
  outside: GatesOutside,
): Promise<readonly GateLine[]> {
  const about = { plan: loaded.plan, nameOf: nameIn(table) };
  if (gate === "implementation") return snapshot.gateLines.map((line) => adoptionLine(line, about));
  const evidence = await outside.delivery(loaded);
  const owner = evidence.owner === null ? null : about.nameOf(evidence.owner);
  return deliveryLines({ ...evidence, owner }).map((line) => deliveryLine(line, about));
}

async function signOffOf(
  gate: GateName,
  { plan, spaceId }: LoadedPlan,
  outside: GatesOutside,
): Promise<readonly GateLine[]> {
  if (gate === "delivery") return [];
  const { checklist } = plan.gates.implementation;
  return (await checklistOf({ plan, spaceId, items: checklist }, outside)).map(signOffLine);
}

/** What somebody is called whom the plan names by e-mail. */
function nameIn({ voters, names }: Table): (written: string) => string {
  return (written) => {
    const account = voters.find(({ name }) => name === written)?.account ?? "";
    return names.get(account) ?? written;
  };
}

const titles: Readonly<Record<GateName, string>> = {
  delivery: "Gate 1: delivery",
  implementation: "Gate 2: implementation",
};

async function view(loaded: LoadedPlan, snapshot: SnapshotView, outside: GatesOutside): Promise<GatesView> {
  const { plan, key } = loaded;
  const table = await tableOf(loaded, outside);
  const gateView = async (gate: GateName) => {
    const lines = await linesOf(gate, { loaded, snapshot, table }, outside);
    const signOff = await signOffOf(gate, loaded, outside);
    const vote = voteView(table, { gate, lines: [...lines, ...signOff], caller: outside.caller });
    return { gate, title: titles[gate], verdict: gateVerdict(lines), lines, signOff, vote };
  };
  const written = await outside.verdicts.read(key);
  return {
    plan: { id: plan.id, title: plan.title, key, zone: plan.zone },
    gates: [await gateView("delivery"), await gateView("implementation")],
    written: written === null ? null : unsealed(written),
  };
}
