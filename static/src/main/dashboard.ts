import { serveGadgets } from "../screens/gadget-share";

serveGadgets();
