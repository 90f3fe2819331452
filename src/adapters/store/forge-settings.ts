import { kvs } from "@forge/kvs";
import type { Settings } from "#app/ports";

export const forgeSettings: Settings = {
  read: async (key) => (await kvs.get<unknown>(keyOf(key))) ?? null,
  async write(key, value) {
    await kvs.set(keyOf(key), value);
  },
  async remove(key) {
    await kvs.delete(keyOf(key));
  },
};

/** Keys of the store may hold letters, digits and a few marks; whatever else a name has is spelled out. */
function keyOf(key: string): string {
  return `settings:${key.replace(/[^\w.:-]/gu, (letter) => `_${letter.codePointAt(0)?.toString(16) ?? ""}_`)}`;
}
