import { Skeleton } from "../parts/skeleton";
import { AdminScreen } from "../setup/admin";
import { start } from "./start";
import "../style/space.css";
import "../style/panel.css";
import "../style/plan.css";
import "../style/setup.css";

void start(<Skeleton label="Loading set-up" lines={[40, 90, 70]} />, () => <AdminScreen />);
