import type { Seals } from "#app/adoption-ports";
import { kvs } from "@forge/kvs";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const siteKeyName = "person-key";

export const forgeSeals: Seals = {
  newSecret: () => randomBytes(32).toString("base64url"),
  newId: () => randomBytes(12).toString("hex"),
  isSignedBy(keys, { timestamp, body, signature }) {
    const given = Buffer.from(signature.slice(3), "hex");
    // Every key is tried, so that the time taken does not tell which one nearly fits.
    const matches = keys.map((key) => {
      const expected = createHmac("sha256", key).update(`${timestamp}.${body}`).digest();
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    return matches.includes(true);
  },
  async isFirst(name, withinSeconds) {
    try {
      await kvs.set(name, true, { keyPolicy: "FAIL_IF_EXISTS", ttl: { value: withinSeconds, unit: "SECONDS" } });
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  },
  async personNumbers() {
    const key = await siteKey();
    return (person) => {
      const digest = createHmac("sha256", key).update(person.trim().toLowerCase()).digest();
      // 53 bits: exact in a double and in a BIGINT.
      return Number(digest.readBigUInt64BE() >> 11n);
    };
  },
  hash: (text) => createHash("sha256").update(text).digest("hex"),
};

/** One key a site, made once: without it the numbers in the store cannot be traced to people. */
async function siteKey(): Promise<string> {
  const known = await kvs.getSecret<string>(siteKeyName);
  if (known !== undefined) return known;
  try {
    await kvs.setSecret(siteKeyName, randomBytes(32).toString("hex"), { keyPolicy: "FAIL_IF_EXISTS" });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const made = await kvs.getSecret<string>(siteKeyName);
  if (made === undefined) throw new Error("The key that numbers people could not be kept.");
  return made;
}

/** The platform's code for a key that is there already is not published; every refusal of the write by its policy counts. */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /EXIST|CONFLICT|CONDITION/i.test(error.code)
  );
}
