import { PanelScreen, PanelWaiting } from "../panel/panel";
import { start } from "./start";
import "../style/panel.css";

void start(<PanelWaiting />, () => <PanelScreen />);
