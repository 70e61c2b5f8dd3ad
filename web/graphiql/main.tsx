import "graphiql/setup-workers/vite";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { browserStorage } from "./browser-storage.js";
import { type Example, loadExamples } from "./examples.js";
import { examplesPlugin } from "./examples-panel.js";
import { fetcher } from "./fetcher.js";
import { Session } from "./session.js";
import { HeaderGuard } from "./storage.js";

/** The query in the address, `?query=…&variables=…`, so that a link opens it. */
function linked() {
  const { searchParams } = new URL(window.location.href);
  const query = searchParams.get("query");
  if (query === null) return {};
  const variables = searchParams.get("variables") ?? "";
  return { initialQuery: query, initialVariables: variables, defaultTabs: [{ query, variables }] };
}

/** The content of a first visit. GraphiQL does not load the variables of the first tab into their editor. */
function firstVisit(examples: readonly Example[]) {
  const defaultTabs = examples
    .filter(({ isQuestion }) => !isQuestion)
    .map(({ query, variables = "" }) => ({ query, variables }));
  const initialVariables = examples[0]?.variables ?? "";
  return defaultTabs.length > 0 ? { defaultTabs, initialVariables } : {};
}

const root = document.getElementById("root");
if (!root) throw new Error('The page has no element with id "root".');

const examples = await loadExamples();
const examplesPanel = examplesPlugin(examples);
const explorer = explorerPlugin({ hideActions: false });
const storage = new HeaderGuard(browserStorage(), () => window.location.reload());

createRoot(root).render(
  <GraphiQL
    {...(storage.isFirstVisit && { ...firstVisit(examples.list), visiblePlugin: examplesPanel })}
    {...linked()}
    fetcher={fetcher}
    storage={storage}
    plugins={[examplesPanel, explorer, HISTORY_PLUGIN]}
    defaultQuery=""
    // If this were always false, GraphiQL would forget the user's choice on the next load.
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
