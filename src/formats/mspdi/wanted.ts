/** The elements of a project file that say something a plan or its schedule can use: a tenth of what MS Project writes. */
const names = `
Title Name StartDate ScheduleFromStart CalendarUID MinutesPerDay MinutesPerWeek
ExtendedAttributes ExtendedAttribute FieldID Alias Value
Calendars Calendar UID IsBaseCalendar BaseCalendarUID
WeekDays WeekDay DayType DayWorking WorkingTimes WorkingTime FromTime ToTime TimePeriod FromDate ToDate WorkWeeks WorkWeek
Exceptions Exception EnteredByOccurrences Occurrences Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay
Tasks Task ID IsNull Active Manual OutlineLevel Start Finish Duration ManualStart ManualDuration DurationFormat Milestone Summary
PercentComplete ActualStart ActualFinish RemainingDuration ConstraintType ConstraintDate Deadline Notes Baseline
PredecessorLink PredecessorUID CrossProject LinkLag LagFormat
Resources Resource EmailAddress Assignments Assignment TaskUID ResourceUID
`;

export const wanted: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
