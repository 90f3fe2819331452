import { Dialog } from "../parts/dialog";
import { createStore, useStore } from "../store";
import { ModuleFrame } from "./frame";

export interface ModalWish {
  readonly moduleKey: string;
  readonly resource: string | null;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly size: string | { readonly width: string; readonly height?: string | undefined };
  readonly escape: "closes" | "stays";
  readonly overlay: "closes" | "stays";
  readonly onClose: (payload: unknown) => void;
}

const open = createStore<readonly ModalWish[]>([]);

export const openModal = (wish: ModalWish): void => open.set([...open.get(), wish]);

function close(wish: ModalWish, payload: unknown): void {
  open.set(open.get().filter((other) => other !== wish));
  wish.onClose(payload);
}

export function Modals() {
  return useStore(open).map((wish, at) => (
    <Dialog
      key={at}
      title={wish.title === "" ? "Dialog" : wish.title}
      className={`modal modal-${typeof wish.size === "string" ? wish.size : "own"}`}
      {...(typeof wish.size === "string" ? {} : { style: wish.size })}
      escape={wish.escape}
      overlay={wish.overlay}
      onClose={() => close(wish, undefined)}
    >
      <ModuleFrame
        moduleKey={wish.moduleKey}
        resource={wish.resource}
        extension={wish.extension}
        title={wish.title}
        onClose={(payload) => close(wish, payload)}
        onSubmit={(payload) => close(wish, payload)}
      />
    </Dialog>
  ));
}
