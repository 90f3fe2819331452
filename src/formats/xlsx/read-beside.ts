import type { FileNote } from "../read-result";
import { findRiskHeading, riskFieldsOf } from "../risk/risk-columns";
import { readRisks } from "../risk/read-risks";
import type { Beside } from "../table/beside";
import { headSheet, readHead } from "./head-sheet";
import { readSection, sectionSheets } from "./section-sheets";

interface SheetValues {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface BesideRead {
  readonly beside: Beside;
  readonly notes: readonly FileNote[];
  /** Sheets that hold no steps for certain. */
  readonly taken: ReadonlySet<string>;
}

/** What a workbook holds beside the steps: all of a plan where we wrote it, the register of risks where somebody else did. */
export function readBeside(sheets: readonly SheetValues[]): BesideRead {
  const about = sheets.find(({ name }) => name === headSheet);
  const head = readHead(about?.rows ?? []);
  const isOurs = head.plan["id"] !== undefined;
  const read = isOurs ? ownSections(sheets) : foreignRisks(sheets);
  const { gates } = head;
  const sections = gates === null ? read.beside.sections : { ...read.beside.sections, gates };
  return { ...read, beside: { ...read.beside, plan: head.plan, sections }, taken: new Set([...read.taken, headSheet]) };
}

function ownSections(sheets: readonly SheetValues[]): BesideRead {
  const found = sectionSheets.flatMap(({ section, sheet }) => {
    const rows = sheets.find(({ name }) => name === sheet)?.rows;
    return rows ? [{ section, sheet, entries: readSection(rows) }] : [];
  });
  const sections = Object.fromEntries(
    found.map(({ section, entries }) => [section, entries.map(({ entry }) => entry)]),
  );
  const lines = Object.fromEntries(found.map(({ section, entries }) => [section, entries.map(({ line }) => line)]));
  return { beside: { plan: {}, sections, lines }, notes: [], taken: new Set(found.map(({ sheet }) => sheet)) };
}

function foreignRisks(sheets: readonly SheetValues[]): BesideRead {
  const register = sheets.find(({ rows }) => isRegister(rows));
  const read = register ? readRisks({ rows: register.rows, lines: register.rows.map((_, at) => at + 1) }) : null;
  if (!register || read === null) return { beside: { plan: {}, sections: {}, lines: {} }, notes: [], taken: new Set() };
  const open = read.rows.filter(({ isClosed }) => !isClosed);
  const said = (line: number | null, message: string): FileNote => ({
    line,
    message: `Sheet "${register.name}": ${message}`,
  });
  const closed = read.rows.length - open.length;
  const untagged = open.filter(({ isTagged }) => !isTagged).length;
  return {
    beside: {
      plan: {},
      sections: { risks: open.map(({ risk }) => risk) },
      lines: { risks: open.map(({ line }) => line) },
    },
    notes: [
      ...(closed > 0 ? [said(null, `${closed} closed risks were left out.`)] : []),
      ...(untagged > 0 ? [said(null, `${untagged} risks say no phase and were tagged pre-delivery.`)] : []),
      ...read.notes.map(({ line, message }) => said(line, message)),
    ],
    taken: new Set([register.name]),
  };
}

function isRegister(rows: readonly (readonly string[])[]): boolean {
  const heading = findRiskHeading(rows);
  const fields = heading === null ? [] : riskFieldsOf(rows[heading] ?? []);
  return fields.includes("likelihood") && fields.includes("impact");
}
