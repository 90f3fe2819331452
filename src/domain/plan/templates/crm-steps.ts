import { phases } from "../phases";
import type { Step } from "../plan";
import { refreshes } from "./after-launch";
import { readSteps } from "./read-steps";

/** The steps of a CRM roadmap in its five phases (M65), first to last. */
export function crmSteps(): readonly Step[] {
  const steps = inPhases.flatMap((text, at) => {
    return readSteps(text).map((step): Step => ({ ...step, phase: phases[at] ?? null }));
  });
  return [...steps, ...refreshes(phases[4], "Trainer")];
}

const inPhases: readonly string[] = [
  `ask-departments: Interview each department with the hidden-process questionnaire
Ask what is done in spreadsheets today, and have the champion sign the list.
by Project manager; takes 8d; from -95d; stream change
until -85d: departments with a signed list >= 100 %

audit-data: Score every data source in the audit workbook for accuracy, completeness and duplication
Draw 200 records of each source and compare them with the paper files.
by Data owner; takes 8d; from -95d; stream data
until -85d: sources scored >= 100 %

map-process: Draw today's sales and service process on one page in Miro
Have the champion of each department sign the page.
by Change lead; takes 5d; after ask-departments; stream change
until -79d: scope items with a signed map >= 100 %

book-training: Book training rooms and super-user time in the room calendar until the last wave
Confirm each booking with the head of department.
by Trainer; takes 2d; after ask-departments; stream training
until -80d: sessions with a booked room >= 100 %`,
  `design-process: Draw the new process of each department on one page in Miro
Review it with two users of each department and have the champion sign it.
by Change lead; takes 8d; after map-process; stream change; kind process-design
until -68d: processes signed >= 100 %

map-fields: Map each field of the old system to one field in the mapping workbook
Check 50 real records a field, and record who looked and when.
by Data owner; takes 6d; after audit-data, design-process; stream data
until -62d: fields checked with a real sample >= 100 %

set-permissions: Enter who may view, edit and delete in the permission matrix of the CRM
Compare the matrix with the payroll roles and have the sponsor sign it.
by CRM administrator; takes 3d; after design-process; stream technical
until -64d: roles with all three rights decided >= 100 %`,
  `configure: Configure objects, stages and automations in the CRM sandbox
Enter them from the signed process maps and demonstrate each to its champion.
by CRM administrator; takes 12d; after map-fields, set-permissions; stream technical; kind configuration
until -48d: stages demonstrated >= 100 %

connect: Connect mail, telephony and the ERP to the CRM sandbox through their APIs
Send 100 test orders through each interface and compare both ends.
by Technical lead; takes 10d; after configure SS+2d; stream technical; kind integration
until -48d: test orders equal at both ends >= 100 %

clean-data: Clean duplicates and dead records in the old system with the match report
Have the owner of each source sign the count before and after.
by Data owner; takes 8d; after map-fields; stream data; kind data-sprint
until -52d: duplicate records <= 1 %

update-procedures: Rewrite the procedures of each department in the wiki beside the configuration
Let one user who was not involved follow each page, and record where they stop.
by Change lead; takes 8d; after configure SS; stream change
until -46d: procedures followed without help >= 90 %

unit-test: Run the 60 test scripts of the supplier in the sandbox
Record each result in the test register until none fails.
by Technical lead; takes 4d; after configure, connect; stream test; kind unit-test
until -42d: scripts passed >= 100 %

rehearse: Load all records into the mirror of production with Data Loader, stopwatch in hand
Compare record counts with the source report and record the minutes of each step.
by Data owner; takes 4d; after clean-data, unit-test; stream data
until -37d: records validated >= 99.9 %`,
  `accept: Let six users of each department do 20 real cases in the mirror of production
They record each case on the acceptance sheet; whatever stops them is fixed and done again.
by Project manager; takes 5d; after rehearse; stream test; kind acceptance-test; needs mirror
until -30d: cases done without help >= 95 %

coach: Train the super-users in room 1 on the whole process with their own customers
Each teaches one case to a colleague, who signs the coaching sheet.
by Trainer; takes 3d; after accept; stream training; needs room
until -26d: super-users who taught a case >= 100 %

tuesday: Let Sales do its real work in the new system for one Tuesday morning
Record every question in the log; the champion signs that the work of the day is done.
by Sales champion; takes 4h; after accept, coach; stream test; kind tuesday-morning; in Sales
until -6d: orders entered without a spreadsheet >= 95 %

train-roles: Train each role in room 1 on its own curriculum with live cases
Everybody enters three real cases alone, and the trainer ticks the attendance and the cases.
by Trainer; takes 5d; after coach; from -15d; stream training; needs room
until -2d: people who entered three cases alone >= 90 %

tell-everybody: Send the go-live letter to all users through the intranet
Count the read receipts after two days and call whoever has not opened it.
by Change lead; takes 2d; after train-roles SS; from -10d; stream change
until -3d: letters opened >= 95 %

migrate: Export all customer records from the old system as CSV, validate the count against the source report, and upload them with Data Loader
Compare 200 records field by field with the mapping workbook.
by Data owner; takes 2d; after rehearse, tuesday; from -5d; stream technical
until -3d: records validated >= 99.9 %

freeze: Freeze the old system for 48 hours with the read-only profile
Confirm from two accounts that saving is refused, and log who asks for an exception.
by CRM administrator; takes 2ed; after migrate; stream technical; kind freeze
until 0: records changed in the old system = 0 records

golive: Open the CRM for Sales with the go-live profile
Confirm from the login report that every user of the wave has logged in within 24 hours.
by CRM administrator; takes 4h; after freeze, train-roles, tell-everybody; from 0; stream technical
until 1ed: users logged in >= 100 %`,
  `hyper-care: Answer every question at the help line within one hour from go-live on
Log each in Jira with process and department, and read the log with the champions each morning.
by Project manager; takes 15d; after golive; stream support
until 15d: questions answered within an hour >= 90 %

retire: Switch the old system off for everybody but the archive account in its admin console
Confirm with the champions that nobody asked for a report from it for two weeks.
by CRM administrator; takes 2d; after hyper-care; stream technical; kind decommission
until 30d: requests for the old system = 0 requests

feedback: Read the friction log with each champion in the monthly review and rank what to change
Enter the first three in the Jira backlog with an owner.
by Change lead; takes 1d; after hyper-care; stream change
until 35d: frictions with an owner >= 3 entries`,
];
