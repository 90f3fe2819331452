import { expect, test } from "vitest";
import { z } from "zod";
import { createPeer } from "../../../workbench/forge/front/peer.js";

const listener = z.object({ onEvent: z.custom<(event: unknown) => Promise<string>>() });
const subscription = z.object({ cmd: z.string(), said: z.string(), unsubscribe: z.custom<() => Promise<void>>() });

function pair(answer: (cmd: string, sent: unknown) => unknown) {
  const { port1, port2 } = new MessageChannel();
  createPeer(port2, answer);
  const { call } = createPeer(port1, () => null);
  return { call, close: () => port1.close() };
}

test("functions cross the bridge both ways and run where they were made", async () => {
  const heard: unknown[] = [];
  const { call, close } = pair(async (cmd, sent) => {
    const { onEvent } = listener.parse(sent);
    return { cmd, said: await onEvent({ type: "go" }), unsubscribe: () => heard.push("gone") };
  });
  const answer = subscription.parse(await call("on", { onEvent: (event: unknown) => (heard.push(event), "yes") }));
  await answer.unsubscribe();
  expect([answer.cmd, answer.said, heard]).toEqual(["on", "yes", [{ type: "go" }, "gone"]]);
  close();
});

test("what fails on one side fails on the other, with its words; bytes pass as they are", async () => {
  const { call, close } = pair((cmd, sent) => {
    if (cmd === "refuse") throw new Error("no such command");
    return sent;
  });
  await expect(call("refuse", null)).rejects.toThrow("no such command");
  expect(await call("echo", { file: new Blob(["abc"]), list: [1, null] })).toMatchObject({
    list: [1, null],
    file: expect.any(Blob),
  });
  close();
});
