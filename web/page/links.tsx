import { useState } from "react";
import { serviceUrl } from "./api.js";
import { type TextKey, useText } from "./i18n/text.js";

/** The list behind a view, as a query of its own with one list. */
export interface Exported {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** True for rows that are neither nodes nor edges, of which no network can be made. */
  readonly isSeries?: boolean;
}

const TABLES = ["csv", "xlsx", "parquet", "gexf"] as const;
type Shown = "asPython" | "asR" | "cite";

/** Under each view: its rows as files and as code, how to cite them, and a link to the view. */
export function ViewLinks({
  exported,
  revision,
}: {
  readonly exported: Exported;
  readonly revision: string | undefined;
}) {
  const t = useText();
  const [shown, setShown] = useState<Shown | "copied">();
  const parameters = new URLSearchParams({
    query: exported.query.replace(/\s+/g, " ").trim(),
    variables: JSON.stringify(exported.variables),
  });
  const address = (format: string) => serviceUrl(`export/${format}?${parameters}`).href;
  const codes: Readonly<Record<Shown, string>> = {
    asPython: `import pandas as pd\n\nrows = pd.read_csv(${JSON.stringify(address("csv"))})`,
    asR: `rows <- read.csv(${JSON.stringify(address("csv"))}, fileEncoding = "UTF-8-BOM")`,
    cite: t("citeText", { revision: revision ?? "?", address: serviceUrl("").href }),
  };
  const copy = async () => {
    await navigator.clipboard?.writeText(window.location.href);
    setShown("copied");
  };
  return (
    <footer className="links">
      <span>{t("downloads")}</span>
      {TABLES.filter((format) => format !== "gexf" || !exported.isSeries).map((format) => (
        <a key={format} href={address(format)}>
          {format === "parquet" ? "Parquet" : format.toUpperCase()}
        </a>
      ))}
      <a href={`graphiql/?${parameters}`}>{t("asGraphql")}</a>
      {(["asPython", "asR", "cite"] as const satisfies readonly TextKey[]).map((key) => (
        <button
          key={key}
          type="button"
          aria-expanded={shown === key}
          onClick={() => setShown(shown === key ? undefined : key)}
        >
          {t(key)}
        </button>
      ))}
      <button type="button" onClick={() => void copy()}>
        {shown === "copied" ? t("copied") : t("asLink")}
      </button>
      {shown && shown !== "copied" && <pre>{codes[shown]}</pre>}
    </footer>
  );
}
