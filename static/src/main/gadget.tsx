import { GadgetScreen, GadgetWaiting } from "../screens/gadget";
import { start } from "./start";
import "../style/gadget.css";

void start(<GadgetWaiting />, (here) => <GadgetScreen saved={here.gadget?.config} />);
