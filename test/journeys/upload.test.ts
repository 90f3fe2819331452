import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";

/** A log of another system, with names of its own: it is looked at as a whole, mended by a choice, and sent. */
const journey = openJourney(journeyPlan);

const log = [
  "Nr;User E-mail;Created;Screen",
  "1;ana@example.com;2026-01-05 09:12;orders",
  "2;ben@example.com;2026-01-05 10:30;orders",
  "3;ana@example.com;05/01/2026;orders",
].join("\r\n");

test("M93 a file of events says what was understood before anything is sent", async () => {
  const page = await journey.browser.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  await page.goto(`${journey.space.workbench.url}/jira/spaces/CRM/app/uptake-space/settings`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  const upload = frame.getByRole("region", { name: "Upload events" });
  await upload
    .locator("input[type=file]")
    .setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(log) });

  await upload.getByText("3 lines cannot be read.").waitFor();
  await expect.poll(() => upload.getByRole("button", { name: /^Send/ }).count()).toBe(0);
  await upload.getByLabel("Kind").selectOption({ label: "every line is a transaction" });
  await upload.getByText("2 events").first().waitFor();
  await upload.getByText("Line 4: “05/01/2026” is no time").waitFor();
  await upload.getByRole("button", { name: "Send 2 events, leave out 1 line" }).click();
  await upload.getByText("2 events sent.").waitFor();
  await upload.getByRole("button", { name: "Choose another file" }).click();
  const tickets =
    "Issue key,Reporter,Created,Category\nHD-1,ana@example.com,2026-01-05 09:12,Bug\nHD-2,ana@example.com,2026-01-05 09:12,Misc";
  await upload
    .locator("input[type=file]")
    .setInputFiles({ name: "tickets.csv", mimeType: "text/csv", buffer: Buffer.from(tickets) });
  await upload.getByText("1 ticket will be “not said”.").waitFor();
  await upload.getByText("Not understood: “Misc”.").waitFor();
  await upload.getByRole("cell", { name: "defect" }).waitFor();
  await upload.getByRole("button", { name: "Send 2 events" }).click();
  await upload.getByText("2 events sent.").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("M93 where the queue is full the page says so, waits as long as it is told, and goes on", async () => {
  const { workbench, pageOf } = journey.space;
  const desk = pageOf("admin@example.com");
  const line = (id: number) => {
    const at = "2026-01-05T09:12:00Z";
    return JSON.stringify({ id: `w${id}`, plan: "journey", person: "ana@example.com", at, kind: "login" });
  };
  const piece = { plan: "journey", upload: crypto.randomUUID(), piece: 0, firstLine: 1 };
  let wait = 0;
  for (let sent = 0; wait === 0; sent += 1) {
    expect(sent).toBeLessThan(200);
    wait = (await desk.ask("uploadEvents", { ...piece, text: line(sent) })).waitSeconds;
  }
  // What is left of the minute is enough to open the page and choose a file in it.
  workbench.clock.advance((wait - 15) * 1000);
  const page = await journey.browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${workbench.url}/jira/spaces/CRM/app/uptake-space/settings`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  const upload = frame.getByRole("region", { name: "Upload events" });
  const file = { name: "late.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(line(1_000)) };
  await upload.locator("input[type=file]").setInputFiles(file);
  await upload.getByRole("button", { name: "Send 1 event" }).click();
  await upload.getByText(/The queue is full; sending goes on in \d+ s/).waitFor();
  await upload.getByText("1 event sent.").waitFor();
  await page.close();
}, 90_000);
