import { z } from "zod";
import type { AcceptedFinding } from "#domain/plan/plan";
import type {
  AcceptedHandoff,
  Announcement,
  Curriculum,
  DataSource,
  Deliverable,
  Department,
  LinkedDocument,
  Mapping,
  Permission,
  ProcessMap,
  Resource,
  Seats,
  SignedSection,
} from "#domain/plan/register";
import { day, flag, id, lean, listOf, number, orNull, prose, text, texts, title, when, writeWhen } from "./plan-fields";

const empty: Seats = { sponsor: null, projectManager: null, admin: null };

export const seats = z
  .strictObject({ sponsor: orNull(text), projectManager: orNull(text), admin: orNull(text) })
  .nullish()
  .transform((read): Seats => read ?? empty);

export const department = z
  .strictObject({
    name: title,
    champion: orNull(text),
    superUsers: texts,
    hiddenProcesses: orNull(z.array(text, { error: "List what the department does outside the systems today." })),
  })
  .transform((read): Department => read);

export const announcement = z
  .strictObject({ audience: title, channel: prose, text: prose, owner: orNull(text), on: when })
  .transform((read): Announcement => read);

export const resource = z
  .strictObject({
    id,
    title,
    kind: z.enum(["person", "tool", "access", "environment", "budget", "room"], {
      error: "Write person, tool, access, environment, budget or room.",
    }),
    quantity: number.default(1),
    from: orNull(day),
    to: orNull(day),
    phase: orNull(text),
    booked: flag.default(false),
    mirrorsProduction: flag.default(false),
  })
  .transform((read): Resource => read);

export const dataSource = z
  .strictObject({
    name: title,
    accuracy: orNull(number),
    completeness: orNull(number),
    duplication: orNull(number),
    disposition: orNull(z.enum(["move", "purge", "restructure"], { error: "Write move, purge or restructure." })),
    owner: orNull(text),
  })
  .transform((read): DataSource => read);

export const mapping = z
  .strictObject({ source: title, target: prose, checkedBy: orNull(text), checkedOn: orNull(day) })
  .transform((read): Mapping => read);

export const curriculum = z
  .strictObject({ role: title, receive: texts, own: texts, firstSession: orNull(day) })
  .transform((read): Curriculum => read);

export const deliverable = z
  .strictObject({
    kind: z.enum(["process-map", "video", "procedure"], { error: "Write process-map, video or procedure." }),
    title,
    version: prose,
    url: prose,
    owner: orNull(text),
  })
  .transform((read): Deliverable => read);

export const handoff = z
  .strictObject({ from: id, to: id, acceptedBy: title })
  .transform((read): AcceptedHandoff => read);

export const processMap = z.strictObject({ scope: title, url: title }).transform((read): ProcessMap => read);

export const linkedDocument = z
  .strictObject({
    kind: z.enum(["project-plan", "execution-plan", "change-management-plan"], {
      error: "Write project-plan, execution-plan or change-management-plan.",
    }),
    title,
    url: title,
  })
  .transform((read): LinkedDocument => read);

const right = orNull(flag);

export const permission = z
  .strictObject({ role: title, record: title, view: right, edit: right, delete: right })
  .transform((read): Permission => read);

export const signedSection = z
  .strictObject({ section: title, owner: orNull(text), signedBy: orNull(text) })
  .transform((read): SignedSection => read);

export const acceptedFinding = z
  .strictObject({ rule: title, item: orNull(text), reason: title })
  .transform((read): AcceptedFinding => read);

/** The registers as keys of a plan file. */
export const registers = {
  departments: listOf(department),
  communication: listOf(announcement),
  resources: listOf(resource),
  dataSources: listOf(dataSource),
  mappings: listOf(mapping),
  curricula: listOf(curriculum),
  deliverables: listOf(deliverable),
  handoffs: listOf(handoff),
  processMaps: listOf(processMap),
  documents: listOf(linkedDocument),
  permissions: listOf(permission),
  sections: listOf(signedSection),
  accepted: listOf(acceptedFinding),
};

/** "Asked, and nothing" is an answer, so an empty list of hidden processes is written. */
export function writeDepartment(from: Department): Record<string, unknown> {
  const written = lean({ ...from });
  return from.hiddenProcesses === null ? written : { ...written, hiddenProcesses: from.hiddenProcesses };
}

export function writeAnnouncement(from: Announcement): Record<string, unknown> {
  return lean({ ...from, on: writeWhen(from.on) });
}
