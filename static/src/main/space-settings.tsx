import { Skeleton } from "../parts/skeleton";
import { SpaceSettingsScreen } from "../setup/space-settings";
import { start } from "./start";
import "../style/space.css";
import "../style/panel.css";
import "../style/plan.css";
import "../style/setup.css";

void start(<Skeleton label="Loading settings" lines={[40, 90, 70]} />, (here) => <SpaceSettingsScreen here={here} />);
