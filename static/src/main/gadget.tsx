import { GadgetScreen, GadgetWaiting } from "../gadget/gadget";
import { start } from "./start";
import "../style/gadget.css";

void start(<GadgetWaiting />, (here) => <GadgetScreen saved={here.gadget?.config} />);
