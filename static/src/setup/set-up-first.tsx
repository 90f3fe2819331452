import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import { Empty } from "../parts/empty";
import { SetUp } from "./set-up";

interface Props {
  readonly space: string;
  readonly onReady: () => void;
}

/** A space Uptake has not been set up in: says what that means before anything is asked. */
export function SetUpFirst({ space, onReady }: Props) {
  const [started, setStarted] = useState(false);
  if (started) return <SetUp space={space} onApplied={onReady} />;
  return (
    <Empty
      title="Set up this space"
      actions={
        <Button appearance="primary" onClick={() => setStarted(true)}>
          Show what set-up would change
        </Button>
      }
    >
      <p>
        Uptake keeps plans, steps, risks and rollbacks as ordinary work items. Set-up adds their types and fields to
        this space.
      </p>
      <p>You see every change before it is made. Only an administrator can make them.</p>
    </Empty>
  );
}
