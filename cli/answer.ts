import { Refusal } from "#app/refusal";
import { parseArgs } from "node:util";
import type { Answer, Command } from "./command";
import { Misuse } from "./command";
import { commands } from "./commands";

/** Where the command line reads and writes. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => Promise<void>;
  /** Messages, never the document. */
  readonly say: (text: string) => void;
  readonly input: () => Promise<string>;
}

/** Runs one command; 0 done, 1 refused with a mend, 2 not asked for as the usage says. */
export async function answer(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...rest] = args;
  if (["help", "--help", "-h"].includes(name)) {
    await terminal.out(`${overview()}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return misuse(terminal, `"${name}" is no command.`, overview());
  const isJson = rest.includes("--json");
  try {
    return await print(await run(command, rest, terminal), isJson, terminal);
  } catch (failure) {
    if (failure instanceof Misuse) return misuse(terminal, failure.message, `uptake ${command.usage}`);
    if (failure instanceof Refusal) return await refused(failure, isJson, terminal);
    throw failure;
  }
}

async function run(command: Command, args: readonly string[], { input, say }: Terminal): Promise<Answer> {
  const options = { ...command.options, json: { type: "boolean" } } as const;
  const { positionals, values } = parsed(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  return command.run({ words: positionals, values, input, say });
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (failure) {
    throw new Misuse(failure instanceof Error ? failure.message : "The options cannot be read.", { cause: failure });
  }
}

async function print(given: Answer, isJson: boolean, terminal: Terminal): Promise<number> {
  for (const note of given.notes ?? []) terminal.say(`${note}\n`);
  const text = isJson ? JSON.stringify(given.json) : given.text;
  await terminal.out(typeof text === "string" && text !== "" && !text.endsWith("\n") ? `${text}\n` : text);
  return given.exit ?? 0;
}

async function refused({ code, message, mend }: Refusal, isJson: boolean, terminal: Terminal): Promise<number> {
  terminal.say(`${message}\n${mend}\n`);
  if (isJson) await terminal.out(`${JSON.stringify({ refused: { code, message, mend } })}\n`);
  return 1;
}

function misuse(terminal: Terminal, message: string, usage: string): number {
  terminal.say(`${message}\n${usage}\n`);
  return 2;
}

function overview(): string {
  return [
    "Usage:",
    ...Object.values(commands).map(({ usage }) => `  uptake ${usage}`),
    "Every command takes --json.",
  ].join("\n");
}
