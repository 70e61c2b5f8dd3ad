import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect } from "react";

/** Works around gaps in GraphiQL's session handling. Renders nothing. */
export function Session(): null {
  useEditorOptions();
  useSaveOnLeave();
  useSystemTheme();
  useTabBar();
  return null;
}

/** Prevents boxes around Cyrillic letters that look like Latin ones, and long lines hidden behind the toolbar. */
function useEditorOptions(): void {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick("queryEditor", "variableEditor", "headerEditor", "responseEditor"),
  );
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ unicodeHighlight: { ambiguousCharacters: false }, wordWrap: "on" });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
}

/** Saves edits when the page is closed, because GraphiQL stores them with a delay of half a second. */
function useSaveOnLeave(): void {
  const { storage, tabs, activeTabIndex, queryEditor, variableEditor, headerEditor } = useGraphiQL(
    pick("storage", "tabs", "activeTabIndex", "queryEditor", "variableEditor", "headerEditor"),
  );
  useEffect(() => {
    function save(): void {
      if (!queryEditor) return;
      const query = queryEditor.getValue();
      const variables = variableEditor?.getValue() ?? "";
      const headers = headerEditor?.getValue() ?? "";
      const current = tabs.map((tab, index) => {
        const kept = { ...tab, hash: null, response: null };
        return index === activeTabIndex ? { ...kept, query, variables, headers } : kept;
      });
      storage.set("query", query);
      storage.set("variables", variables);
      storage.set("headers", headers);
      storage.set("tabState", JSON.stringify({ tabs: current, activeTabIndex }));
    }
    window.addEventListener("pagehide", save);
    return () => window.removeEventListener("pagehide", save);
  }, [storage, tabs, activeTabIndex, queryEditor, variableEditor, headerEditor]);
}

/** Updates the editor theme when the system theme changes, as the rest of the page does. */
function useSystemTheme(): void {
  const { setTheme } = useGraphiQLActions();
  const theme = useGraphiQL((state) => state.theme);
  useEffect(() => {
    if (theme !== null) return;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => setTheme(null);
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, [theme, setTheme]);
}

/** Keeps the active tab visible in the tab bar, and lets the mouse wheel scroll the bar. */
function useTabBar(): void {
  const { tabs, activeTabIndex } = useGraphiQL(pick("tabs", "activeTabIndex"));
  const id = tabs[activeTabIndex]?.id;
  useEffect(() => {
    if (id === undefined) return;
    document.querySelector(".graphiql-tab-active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [id]);
  useEffect(() => {
    function scroll({ target, deltaX, deltaY }: WheelEvent): void {
      const bar = target instanceof Element ? target.closest(".graphiql-tabs") : null;
      if (deltaX === 0) bar?.scrollBy({ left: deltaY });
    }
    window.addEventListener("wheel", scroll, { passive: true });
    return () => window.removeEventListener("wheel", scroll);
  }, []);
}
