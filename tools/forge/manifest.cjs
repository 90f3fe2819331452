// Atlassian's own validation of manifest.yml, with the rules it leaves to reviewers.
const { readFileSync } = require("node:fs");
const { validate } = require("@forge/manifest");
const YAML = require("yaml");

/** Modules that show something: with `function` in place of `resource` they would be UI Kit 1, which is no longer served. */
const shown = /^(jira:(?!workflow|jqlFunction|entityProperty|customField)|dashboards:)/;

async function main() {
  const manifest = YAML.parse(readFileSync("manifest.yml", "utf8"));
  const { success, errors } = await validate();
  const complaints = (errors ?? []).map(({ message, line, level }) => `${level} manifest.yml:${line} ${message}`);
  for (const [name, modules] of Object.entries(manifest.modules)) {
    for (const module of shown.test(name) ? modules : []) {
      if (module.function !== undefined) complaints.push(`error ${name} ${module.key} uses "function": UI Kit 1`);
    }
  }
  if (manifest.permissions.external !== undefined)
    complaints.push("error permissions.external: the app must not egress");
  const dynamic = (manifest.modules.webtrigger ?? []).filter(({ response }) => response?.type !== "static");
  for (const { key } of dynamic) complaints.push(`error webtrigger ${key} is not static`);
  const schedules = manifest.modules.scheduledTrigger ?? [];
  if (schedules.length > 5) complaints.push("error more than five scheduled triggers");
  console.log(complaints.length === 0 ? "manifest: valid" : complaints.join("\n"));
  process.exitCode = success && complaints.every((line) => !line.startsWith("error")) ? 0 : 1;
}

main();
