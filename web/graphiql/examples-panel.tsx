import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { Example, Examples } from "./examples.js";

const TITLE = "Examples / Примеры";
const NEEDS = "Import the data first / Сначала импортируйте данные:";
const QUESTIONS = "Thirty questions / Тридцать вопросов";

/** A GraphiQL panel that lists the example operations; a click opens one in a tab. */
export function examplesPlugin(examples: Examples): GraphiQLPlugin {
  return { title: TITLE, icon: Icon, content: () => <Panel examples={examples} /> };
}

function Panel({ examples }: { examples: Examples }) {
  const open = useOpenExample();
  const questions = examples.list.filter(({ isQuestion }) => isQuestion);
  return (
    <section className="examples" aria-label={TITLE}>
      <h2>{TITLE}</h2>
      {examples.problem && <p role="alert">{examples.problem}</p>}
      <List examples={examples.list.filter(({ isQuestion }) => !isQuestion)} open={open} />
      {questions.length > 0 && <h2>{QUESTIONS}</h2>}
      <List examples={questions} open={open} />
    </section>
  );
}

function List({ examples, open }: { examples: readonly Example[]; open: (example: Example) => void }) {
  return (
    <ul>
      {examples.map((example) => (
        <li key={example.query}>
          <button type="button" onClick={() => open(example)}>
            <span lang="en">{example.title}</span>
            <span lang="ru">{example.titleRu}</span>
            <code>{example.name}</code>
            {example.imports.length > 0 && (
              <small>
                {NEEDS} {example.imports.join(", ")}
              </small>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Switches to a tab with the unchanged example, or opens it in the active tab if that is empty, or in a new tab. */
function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick("tabs", "activeTabIndex", "queryEditor", "variableEditor"),
  );
  return ({ query, variables = "" }) => {
    const at = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? "") === variables);
    if (at === activeTabIndex) return;
    if (at >= 0) {
      changeTab(at);
      return;
    }
    if (queryEditor?.getValue().trim()) addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    updateActiveTabValues({ query, variables, operationName: null });
  };
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16M4 12h10M4 19h13" strokeLinecap="round" />
      <path d="m17 9 4 3-4 3z" fill="currentColor" strokeLinejoin="round" />
    </svg>
  );
}
