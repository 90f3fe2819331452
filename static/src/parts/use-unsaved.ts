import { useEffect } from "react";

/** Lets the browser ask before a page with something typed into it goes away. */
export function useUnsaved(hasUnsaved: unknown): void {
  const active = Boolean(hasUnsaved);
  useEffect(() => {
    if (!active) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [active]);
}
