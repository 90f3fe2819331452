import Button from "@atlaskit/button/default/button";
import { download } from "../parts/download";
import { Empty } from "../parts/empty";
import { samplePlan } from "./sample-plan";
import { ImportPlan } from "./import-plan";

/** A space that is set up and has no plan yet. */
export function FirstPlan({ onApplied }: { readonly onApplied: () => void }) {
  return (
    <div className="stack">
      <Empty
        title="Choose a plan file"
        actions={
          <Button onClick={() => download("my-plan.yaml", samplePlan, "application/yaml")}>
            Download a sample plan
          </Button>
        }
      >
        <p>
          A plan says who does what, after what, when it counts as done, and how to go back. Its steps become work items
          that stay in step with the file.
        </p>
        <p>None at hand? The sample applies as it stands.</p>
      </Empty>
      <ImportPlan into={null} onApplied={onApplied} />
    </div>
  );
}
