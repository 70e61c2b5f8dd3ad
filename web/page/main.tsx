import { createRoot } from "react-dom/client";
import { App } from "./app.js";

const root = document.getElementById("root");
if (!root) throw new Error('The page has no element with id "root".');
createRoot(root).render(<App />);
