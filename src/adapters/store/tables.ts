import { adoptionTables } from "./adoption-tables";
import { logTables } from "./log-tables";
import { rosterTables } from "./roster-tables";
import { syncTables } from "./sync-tables";

/** Every table, in the order in which they are made; each statement runs once on a site, under its name. */
export const tables: readonly (readonly [name: string, statement: string])[] = [
  ...adoptionTables,
  ...rosterTables,
  ...syncTables,
  ...logTables,
];
