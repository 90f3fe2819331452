import { Skeleton } from "../parts/skeleton";
import { AdminScreen } from "../setup/admin";
import { start } from "./start";
import "../style/space.css";
import "../style/plan.css";

void start(<Skeleton label="Loading set-up" lines={[40, 90, 70]} />, () => <AdminScreen />);
