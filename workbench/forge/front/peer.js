const marker = "bridge:function";

/** Calls across one message port. Functions inside what is sent stay where they are and are called back over the port. */
export function createPeer(port, handle) {
  const functions = new Map();
  const waiting = new Map();
  let last = 0;

  const isPlain = (value) =>
    value !== null && typeof value === "object" && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  const walk = (value, leaf) => {
    const changed = leaf(value);
    if (changed !== value) return changed;
    if (Array.isArray(value)) return value.map((each) => walk(each, leaf));
    return isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, leaf)]))
      : value;
  };
  const pack = (value) =>
    walk(value, (each) => {
      if (typeof each !== "function") return each;
      functions.set((last += 1), each);
      return { [marker]: last };
    });
  const unpack = (value) =>
    walk(value, (each) =>
      isPlain(each) && marker in each ? (...args) => ask({ kind: "apply", fn: each[marker], args: pack(args) }) : each,
    );

  function ask(message) {
    const id = (last += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      port.postMessage({ ...message, id });
    });
  }

  port.addEventListener("message", async ({ data: message }) => {
    if (message.kind === "result") {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      return "error" in message ? reject(new Error(message.error)) : resolve(unpack(message.value));
    }
    try {
      const value =
        message.kind === "call"
          ? handle(message.cmd, unpack(message.data))
          : functions.get(message.fn)(...unpack(message.args));
      port.postMessage({ kind: "result", id: message.id, value: pack(await value) });
    } catch (error) {
      port.postMessage({
        kind: "result",
        id: message.id,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  });
  port.start();
  return { call: (cmd, data) => ask({ kind: "call", cmd, data: pack(data) }) };
}
