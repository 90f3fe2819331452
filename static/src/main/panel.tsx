import { PanelScreen, PanelWaiting } from "../panel/panel";
import { start } from "./start";
import "../style/panel.css";
import "../style/plan.css";
import "../style/board.css";
import "../style/rollback.css";

void start(<PanelWaiting />, () => <PanelScreen />);
