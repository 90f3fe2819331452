import { serveGadgets } from "../gadget/gadget-share";

serveGadgets();
