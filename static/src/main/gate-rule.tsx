import { Skeleton } from "../parts/skeleton";
import { GateRuleScreen } from "../gates/gate-rule";
import { start } from "./start";
import "../style/space.css";

void start(<Skeleton label="Loading the rule" lines={[60, 90]} />, (here) => <GateRuleScreen editing={here.editing} />);
