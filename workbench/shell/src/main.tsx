import "./strict";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { keepLive } from "./live";
import { applyTheme } from "./theme";
import "./style.css";

const element = document.getElementById("root");
void keepLive();
void applyTheme().then(() => element && createRoot(element).render(<App />));
