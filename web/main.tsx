import "graphiql/setup-workers/vite";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { browserStorage } from "./browser-storage.js";
import { type Example, loadExamples } from "./examples.js";
import { examplesPlugin } from "./examples-panel.js";
import { fetcher } from "./fetcher.js";
import { Session } from "./session.js";
import { HeaderGuard } from "./storage.js";

/** What a first visit starts with. GraphiQL does not put the first tab's variables into their editor by itself. */
function firstVisit(examples: readonly Example[]) {
  const defaultTabs = examples
    .filter(({ isQuestion }) => !isQuestion)
    .map(({ query, variables = "" }) => ({ query, variables }));
  const initialVariables = examples[0]?.variables ?? "";
  return defaultTabs.length > 0 ? { defaultTabs, initialVariables } : {};
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");

const examples = await loadExamples();
const examplesPanel = examplesPlugin(examples);
const storage = new HeaderGuard(browserStorage(), () => window.location.reload());

createRoot(root).render(
  <GraphiQL
    {...(storage.isFirstVisit && { ...firstVisit(examples.list), visiblePlugin: examplesPanel })}
    fetcher={fetcher}
    storage={storage}
    plugins={[examplesPanel, HISTORY_PLUGIN]}
    defaultQuery=""
    // GraphiQL forgets the user's choice at the next load where this is a plain false.
    shouldPersistHeaders={storage.persistsHeaders}
    showPersistHeadersSettings={true}
    defaultEditorToolsVisibility={examples.list.some(({ variables }) => variables)}
    inputValueDeprecation={true}
    schemaDescription={true}
  >
    <GraphiQL.Logo>Pactgraph</GraphiQL.Logo>
    <Session />
  </GraphiQL>,
);
