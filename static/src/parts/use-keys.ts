import { useEffect, useEffectEvent } from "react";

/** Single keys for a page that is worked from the keyboard; silent while somebody types, and whatever is held down with Ctrl or Alt is Jira's. */
export function useKeys(press: (key: string) => boolean, isOn: boolean): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (press(event.key.toLowerCase())) event.preventDefault();
  });
  // Heard all along: a listener that came with the next screen would come after it, and miss the key of whoever is quick.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => heard(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select") !== null;
}
