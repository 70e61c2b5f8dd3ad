import { type FormEvent, useState } from "react";
import { useText } from "../../i18n/text.js";
import { ReportText } from "./report.js";
import { ApplyDocument, ProposeDocument, type ReportFragment } from "./review.generated.js";
import { send } from "./send.js";

interface Outcome {
  readonly report?: ReportFragment | null | undefined;
  readonly proposal?: string | undefined;
  readonly problem?: string | undefined;
}

/** Tries, writes or proposes a bundle from a file. */
export function LoadForm({ writeKey }: { readonly writeKey: string }) {
  const t = useText();
  const [outcome, setOutcome] = useState<Outcome>({});
  const apply = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const given = new FormData(event.currentTarget);
    const file = given.get("file");
    if (!(file instanceof File)) return;
    const bundle = await file.text();
    const action = submitter instanceof HTMLButtonElement ? submitter.value : "try";
    if (action === "propose") {
      const { data, problem } = await send(
        ProposeDocument,
        { bundle, note: String(given.get("note")) },
        writeKey,
      );
      setOutcome({ report: data?.propose?.report, proposal: data?.propose?.proposal.id, problem });
      return;
    }
    const { data, problem } = await send(ApplyDocument, { bundle, dryRun: action !== "write" }, writeKey);
    setOutcome({ report: data?.applyBundle, problem });
  };
  return (
    <section>
      <h2>{t("load")}</h2>
      <form className="controls" onSubmit={(event) => void apply(event)}>
        <label>
          {t("file")} <input name="file" type="file" required accept=".yaml,.yml,.json,.ndjson,.jsonl" />
        </label>
        <label>
          {t("proposalNote")} <input name="note" />
        </label>
        <button type="submit" value="try">
          {t("tryIt")}
        </button>
        <button type="submit" value="propose">
          {t("propose")}
        </button>
        <button type="submit" value="write">
          {t("write")}
        </button>
      </form>
      {outcome.problem && (
        <p role="alert" className="problem">
          {outcome.problem}
        </p>
      )}
      {outcome.proposal && <p>{t("proposed", { id: outcome.proposal })}</p>}
      {outcome.report && <ReportText report={outcome.report} />}
    </section>
  );
}
