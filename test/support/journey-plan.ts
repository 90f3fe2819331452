/** A rollout small enough to walk through: eight steps, three risks, one rollback, one wave. */
export const journeyPlan = `uptake: 1
plan:
  id: journey
  title: Returns desk
  zone: Europe/London
  objective: [Returns are booked where they arrive]
  scope: { in: [Returns], out: [Repairs] }
  owner: pm@example.com
  affects: { liveSystems: true, productionData: false, businessOperations: true }
  start: 2026-09-07
  anchors: { delivery: 2026-10-02, golive: 2026-10-05 }
waves:
  - { id: desk, title: Returns desk, golive: 2026-10-05, departments: [Returns] }
steps:
  - { id: map, title: Draw the return process on one page in Miro and have the desk sign it, description: Check it against five real returns., owner: pm@example.com, duration: 2d, success: [{ measure: returns that follow the map, op: ">=", value: 5, unit: returns, by: 2026-09-11 }], side: buyer, stream: change, phase: Design }
  - { id: build, title: Configure the return screen in the test system from the signed map, description: Compare field by field with the map., owner: supplier@example.com, duration: 3d, after: [map], side: supplier, stream: technical, phase: Build }
  - { id: load, title: Load the open returns into the test system as CSV, description: Compare the count with the ledger., owner: supplier@example.com, duration: 1d, after: [build], side: supplier, stream: data, phase: Build }
  - { id: try, title: Book twenty real returns in the test system with two people of the desk, description: Every one is booked without help., owner: member@example.com, duration: 2d, after: [load], side: joint, stream: test, phase: Test }
  - { id: teach, title: Train the desk with the job card on the returns of last week, description: Each person books three alone., owner: pm@example.com, duration: 2d, after: [build], side: buyer, stream: training, phase: Test }
  - { id: switch, title: Switch the desk over on Monday before the first delivery, description: The old form is closed at eight., owner: supplier@example.com, duration: 4h, after: [try, { step: teach, type: FS, lag: 1d }], side: joint, stream: technical, phase: Rollout }
  - { id: floor, title: Walk the floor for three mornings and note each question, description: Questions go into the friction log., owner: pm@example.com, duration: 3d, after: [switch], side: buyer, stream: support, phase: Rollout }
  - { id: close, title: Close the old ledger and archive it with the auditor, description: The auditor signs the last page., owner: pm@example.com, duration: 1d, after: [floor], side: buyer, stream: data, phase: Rollout }
risks:
  - { id: r1, title: Two people share one scanner, tag: pre-delivery, likelihood: 4, impact: 4, owner: pm@example.com, threatens: [try], response: A second scanner is borrowed. }
  - { id: r2, title: The ledger holds returns without a customer, tag: pre-delivery, likelihood: 3, impact: 3, owner: supplier@example.com, threatens: [load], response: They are booked on a house account. }
  - { id: r3, title: The desk keeps a paper list on the side, tag: post-delivery, likelihood: 4, impact: 3, owner: pm@example.com, threatens: [floor], response: The list is asked for every Friday. }
rollbacks:
  - id: rb
    title: Go back to the paper form
    owner: pm@example.com
    covers: [switch]
    triggers: [{ reading: downtime, op: ">", value: 4, unit: h }]
    runbook: [{ id: a, title: Open the old form, owner: pm@example.com, duration: 30m }, { id: b, title: Type in the morning's returns, owner: member@example.com, duration: 2h, after: [a] }]
    communication: [{ audience: Returns desk, channel: e-mail, text: Paper until tomorrow., owner: pm@example.com }]
gates:
  implementation:
    thresholds: [{ metric: ttft, at: 14d, op: ">=", value: 0.8, rule: confident }]
`;
