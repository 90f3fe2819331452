import { answer } from "./answer";

// Killed outright, whoever started this tells nothing: work that nobody waits for any more ends with them.
process.once("disconnect", () => process.exit(1));
process.channel?.unref();

// Whoever reads only the first lines, `| head`, closes the pipe on the rest: nothing went wrong.
process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code !== "EPIPE") throw failure;
  process.exit();
});

process.exitCode = await answer(process.argv.slice(2), {
  out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
  say: (text) => void process.stderr.write(text),
  input: readInput,
});

async function readInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
