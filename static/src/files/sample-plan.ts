/** A small plan that applies as it stands: something to change is easier than something to write. */
export const samplePlan = `# Change the names, owners and dates, then drop this file on the page again.
uptake: 1
plan:
  id: my-plan # stable: the plan is recognised by it
  title: My implementation
  zone: Europe/London
  owner: ana@example.com
  start: 2026-09-07
  anchors: { delivery: 2026-10-02, golive: 2026-10-12 }
  calendar: { days: [mon, tue, wed, thu, fri], hours: ["08:00-12:00", "13:00-17:00"], holidays: [] }
steps:
  - id: freeze
    title: Freeze changes to customer records in the old system
    description: Announce the freeze, remove write access, and check that no record changed for a day.
    owner: ben@example.com
    duration: 1d
    success: [{ measure: records changed after the freeze, op: "<=", value: 0 }]
  - id: export
    title: Export all customer records as CSV and validate the count against the source report
    description: Use the bulk export; compare the row count with the source report before anything is uploaded.
    owner: ben@example.com
    duration: 2d
    after: [freeze]
    success: [{ measure: records validated, op: ">=", value: 100, unit: "%" }]
  - id: train
    title: Train the Sales team on order entry with their own customers
    description: Two sessions of 90 minutes; everybody enters three real orders.
    owner: ana@example.com
    duration: 3d
    after: [export]
    wave: sales
    success: [{ measure: people who entered an order alone, op: ">=", value: 80, unit: "%" }]
risks:
  - id: r1
    title: Sales keeps its own spreadsheet
    tag: post-delivery
    likelihood: 4
    impact: 4
    owner: ana@example.com
    threatens: [train]
    response: Retire the spreadsheet on go-live day; its owner signs that off.
rollbacks:
  - id: rb1
    covers: [export]
    triggers: [{ reading: downtime, op: ">", value: 4, unit: h }]
    runbook: [{ id: restore, title: Restore the copy made before the export, owner: ben@example.com, duration: 30m, after: [] }]
    communication: [{ audience: Sales, channel: e-mail, text: We are back on the old system until further notice., owner: ana@example.com }]
`;
