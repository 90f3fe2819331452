import { PanelScreen, PanelWaiting } from "../screens/panel";
import { start } from "./start";
import "../style/panel.css";

void start(<PanelWaiting />, () => <PanelScreen />);
