import { type FormEvent, useState } from "react";
import { formValues } from "../../form.js";
import { useText } from "../../i18n/text.js";
import { useTitle } from "../../title.js";
import { LoadForm } from "./load-form.js";
import { Proposals } from "./proposals.js";

/** Where a curator decides on proposals and loads bundles. The key lives as long as this view. */
export default function Review() {
  const t = useText();
  const [key, setKey] = useState("");
  useTitle(t("review"));
  const apply = (event: FormEvent<HTMLFormElement>) => setKey(formValues(event).key ?? "");
  return (
    <>
      <h1>{t("review")}</h1>
      <p className="lead">{t("reviewNote")}</p>
      <form className="controls" onSubmit={apply}>
        <label>
          {t("key")} <input name="key" type="password" autoComplete="off" required />
        </label>
        <button type="submit">{t("useKey")}</button>
      </form>
      {key && (
        <>
          <Proposals writeKey={key} />
          <LoadForm writeKey={key} />
        </>
      )}
    </>
  );
}
