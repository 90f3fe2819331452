/** How a name in a plan reads: an account Jira can find, a person's name, a role, or several people at once. */
export type Naming = "account" | "name" | "role" | "several";

const roleWords = new Set(
  `admin administrator administrators analyst architect board business client committee consultant contractor coordinator customer dba
  department dept developer developers devops director engineer engineers finance group helpdesk hr implementation it lead leads legal
  manager management marketing office officer operations ops owner partner pm pmo product project provider qa representative role sales
  security service specialist sponsor staff steering stakeholder stakeholders super-user supplier support tbc tbd team teams tech
  technical tester testers trainer trainers unknown user users vendor`.split(/\s+/),
);

export function namingOf(text: string): Naming {
  const name = text.trim();
  if (/[,;&]|\s(and|or)\s|\s\/\s/i.test(name)) return "several";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return "account";
  // Atlassian account ids: 24 hexadecimal digits, or a number and a UUID.
  if (/^[0-9a-f]{24}$/i.test(name) || /^\d+:[0-9a-f-]{36}$/i.test(name)) return "account";
  const words = name.toLowerCase().split(/[\s_-]+/);
  return words.some((word) => roleWords.has(word)) || !/\s/.test(name) ? "role" : "name";
}
