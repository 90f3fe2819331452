import { closeDialog } from "../bridge";
import { RaiseRisk } from "../risk/raise-risk";
import { start } from "./start";
import "../style/board.css";

void start(null, () => (
  <RaiseRisk plan={null} about="" onRaised={() => void closeDialog()} onLeave={() => void closeDialog()} />
));
