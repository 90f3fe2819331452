export { everyDay, everyFiveMinutes, everyHour, everyWeek, prepare } from "#entry/schedules";
export { jql } from "#entry/jql";
export { mergeEvents } from "#entry/merge-events";
export { noteChange } from "#entry/note-change";
export { receiveEvents } from "#entry/receive-events";
export { resolver } from "#entry/resolver";
export { readGates, readPlan, readRisks } from "#entry/rovo";
export { runSync } from "#entry/run-sync";
