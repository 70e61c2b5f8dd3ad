import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { Header } from "./header.js";
import { LangContext, translator } from "./i18n/text.js";
import { scopeOf } from "./scope.js";
import { useTitle } from "./title.js";
import { usePlace } from "./use-place.js";
import type { ViewProps } from "./view-props.js";

/** The views by name; each is loaded when it is first seen. */
const VIEWS: Readonly<Record<string, ComponentType<ViewProps>>> = {
  front: lazy(() => import("./views/front/view.js")),
  search: lazy(() => import("./views/search/view.js")),
  sheet: lazy(() => import("./views/sheet/view.js")),
  timeline: lazy(() => import("./views/timeline/view.js")),
  network: lazy(() => import("./views/network/view.js")),
  chart: lazy(() => import("./views/chart/view.js")),
  map: lazy(() => import("./views/map/view.js")),
  compare: lazy(() => import("./views/compare/view.js")),
  conflicts: lazy(() => import("./views/conflicts/view.js")),
  build: lazy(() => import("./views/build/view.js")),
  data: lazy(() => import("./views/data/view.js")),
  review: lazy(() => import("./views/review/view.js")),
};

export function App() {
  const place = usePlace();
  const scope = scopeOf(place);
  const t = translator(scope.lang);
  const View = Object.hasOwn(VIEWS, place.view) ? VIEWS[place.view] : VIEWS.front;
  useTitle(place.view === "front" ? t("title") : undefined);
  useEffect(() => {
    document.documentElement.lang = scope.lang;
  }, [scope.lang]);
  return (
    <LangContext value={scope.lang}>
      <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
        {t("skip")}
      </button>
      <Header place={place} scope={scope} />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p role="status">{t("loading")}</p>}>
          {View && <View key={`${place.view} ${place.id}`} place={place} scope={scope} />}
        </Suspense>
      </main>
    </LangContext>
  );
}
