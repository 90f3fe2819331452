/** What a plan keeps beside its steps: the registers that make an implementation, and not only a delivery, possible. */
import type { Anchored } from "./plan";

export type ResourceKind = "person" | "tool" | "access" | "environment" | "budget" | "room";

/** Something a step needs, and when it is there: a DBA for three days of the migration, a room for two weeks of training. */
export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly kind: ResourceKind;
  readonly quantity: number;
  /** First and last day it is available; null when it is always there. */
  readonly from: string | null;
  readonly to: string | null;
  readonly phase: string | null;
  readonly booked: boolean;
  /** For an environment: does it mirror production? */
  readonly mirrorsProduction: boolean;
}

export interface Department {
  readonly name: string;
  readonly champion: string | null;
  readonly superUsers: readonly string[];
  /** What the department does outside the systems today ("in Excel"); null while nobody has asked. */
  readonly hiddenProcesses: readonly string[] | null;
}

/** The named seats of M74; champions sit with their departments. */
export interface Seats {
  readonly sponsor: string | null;
  readonly projectManager: string | null;
  readonly admin: string | null;
}

/** What an affected group is told before and after go-live. */
export interface Announcement {
  readonly audience: string;
  readonly channel: string;
  readonly text: string;
  readonly owner: string | null;
  readonly on: string | Anchored | null;
}

export type Disposition = "move" | "purge" | "restructure";

/** A source of data and what its audit found, each score a percentage. */
export interface DataSource {
  readonly name: string;
  readonly accuracy: number | null;
  readonly completeness: number | null;
  readonly duplication: number | null;
  readonly disposition: Disposition | null;
  readonly owner: string | null;
}

/** One field of the old system and the one field it becomes; proven only once somebody has looked at a real sample. */
export interface Mapping {
  readonly source: string;
  readonly target: string;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
}

/** What a role is taught, and what it must then be able to do and teach on its own. */
export interface Curriculum {
  readonly role: string;
  readonly receive: readonly string[];
  readonly own: readonly string[];
  readonly firstSession: string | null;
}

export type DeliverableKind = "process-map" | "video" | "procedure";

export interface Deliverable {
  readonly kind: DeliverableKind;
  readonly title: string;
  readonly version: string;
  readonly url: string;
  readonly owner: string | null;
}

/** A dependency that crosses from supplier to buyer or back, and who has accepted it. */
export interface AcceptedHandoff {
  readonly from: string;
  readonly to: string;
  readonly acceptedBy: string;
}

/** A section of the plan, who answers for it, and who has signed it; null while nobody has (M17). */
export interface SignedSection {
  readonly section: string;
  readonly owner: string | null;
  readonly signedBy: string | null;
}

/** What a role may do with one kind of record; null while nobody has decided (M69). */
export interface Permission {
  readonly role: string;
  readonly record: string;
  readonly view: boolean | null;
  readonly edit: boolean | null;
  readonly delete: boolean | null;
}

export interface ProcessMap {
  readonly scope: string;
  readonly url: string;
}

/** A plan of another kind, which this one is not and does not copy (M16). */
export interface LinkedDocument {
  readonly kind: "project-plan" | "execution-plan" | "change-management-plan";
  readonly title: string;
  readonly url: string;
}

/** The lists a plan keeps beside its steps, risks and rollbacks. */
export interface Registers {
  readonly departments: readonly Department[];
  readonly communication: readonly Announcement[];
  readonly resources: readonly Resource[];
  readonly dataSources: readonly DataSource[];
  readonly mappings: readonly Mapping[];
  readonly curricula: readonly Curriculum[];
  readonly deliverables: readonly Deliverable[];
  readonly handoffs: readonly AcceptedHandoff[];
  readonly processMaps: readonly ProcessMap[];
  readonly documents: readonly LinkedDocument[];
  readonly permissions: readonly Permission[];
  readonly sections: readonly SignedSection[];
}
