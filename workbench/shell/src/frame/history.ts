import { go, here, onMoved } from "../router";

/** The part of this page's address that belongs to the module, as a history the app can drive. */
export function moduleHistory(base: string) {
  const location = () => {
    const url = new URL(window.location.href);
    const pathname = here().startsWith(base) ? url.pathname.slice(base.length) : "";
    return { pathname: pathname === "" ? "/" : pathname, search: url.search, hash: url.hash, key: here(), state: null };
  };
  const to = (wanted: unknown) => base + pathOf(wanted).replace(/^\/?/, "/");
  return {
    action: "POP",
    location: location(),
    push: (wanted: unknown) => go(to(wanted)),
    replace: (wanted: unknown) => go(to(wanted), "replace"),
    go: (steps: unknown) => window.history.go(Number(steps)),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    createHref: (wanted: unknown) => to(wanted),
    listen: (hear: (location: unknown, action: string) => unknown) =>
      onMoved(() => here().startsWith(base) && hear(location(), "PUSH")),
  };
}

function pathOf(wanted: unknown): string {
  if (typeof wanted === "string") return wanted;
  const { pathname = "", search = "" } = Object(wanted);
  return `${String(pathname)}${String(search)}`;
}
