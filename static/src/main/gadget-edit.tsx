import { Skeleton } from "../parts/skeleton";
import { GadgetEditScreen } from "../gadget/gadget-edit";
import { start } from "./start";
import "../style/space.css";

void start(<Skeleton label="Loading the plans" lines={[50, 90, 70]} />, (here) => (
  <GadgetEditScreen saved={here.gadget?.config ?? null} />
));
