import type { Measured } from "./measured";

/** Each file measures one row of what "fast" means here. */
const benches: Readonly<Record<string, () => Promise<{ run(): Promise<readonly Measured[]> }>>> = {
  schedule: () => import("./schedule"),
  survival: () => import("./survival"),
  events: () => import("./events"),
  gadget: () => import("./gadget"),
  sync: () => import("./sync"),
  formats: () => import("./formats"),
  risks: () => import("./risks"),
  year: () => import("./year"),
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(benches);
let missed = 0;
for (const name of names) {
  const load = benches[name];
  if (load === undefined) throw new Error(`There is no bench "${name}"; there are ${Object.keys(benches).join(", ")}.`);
  for (const { measure, value, target, met, detail } of await (await load()).run()) {
    if (!met) missed += 1;
    console.log(
      `${met ? "✓" : "✗"} ${name.padEnd(9)} ${measure}: ${value} (target ${target})${detail === "" ? "" : `, ${detail}`}`,
    );
  }
}
console.log(missed === 0 ? "every target met" : `${missed} targets missed`);
