import { SpaceScreen, SpaceWaiting } from "../space/space";
import { start } from "./start";
import "../style/space.css";
import "../style/panel.css";
import "../style/plan.css";
import "../style/setup.css";
import "../style/import.css";
import "../style/templates.css";
import "../style/chart.css";
import "../style/sheet.css";
import "../style/paper.css";
import "../style/board.css";
import "../style/adoption.css";
import "../style/deck.css";
import "../style/rollback.css";
import "../style/counting.css";
import "../style/editor.css";

void start(<SpaceWaiting />, (here) => <SpaceScreen here={here} />);
