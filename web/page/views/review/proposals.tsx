import { type FormEvent, useCallback, useEffect, useState } from "react";
import { formValues } from "../../form.js";
import { useText } from "../../i18n/text.js";
import { ReportText } from "./report.js";
import { AcceptDocument, DeclineDocument, type ReportFragment } from "./review.generated.js";
import { type Proposal, read, send } from "./send.js";

/** The proposals that wait for a decision. */
export function Proposals({ writeKey }: { readonly writeKey: string }) {
  const t = useText();
  const [list, setList] = useState<readonly Proposal[]>();
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<ReportFragment | "declined">();
  const reload = useCallback(() => {
    read<readonly Proposal[]>("proposals?state=OPEN", writeKey).then(
      (found) => {
        setList(found);
        setProblem(undefined);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [writeKey]);
  useEffect(reload, [reload]);
  const decided = (outcome: ReportFragment | "declined") => {
    setDone(outcome);
    reload();
  };
  return (
    <section>
      <h2>{t("proposals")}</h2>
      {problem && <p role="alert">{problem}</p>}
      {done === "declined" && <p role="status">{t("declined")}</p>}
      {done && done !== "declined" && <ReportText report={done} />}
      {list?.length === 0 && <p>{t("noProposals")}</p>}
      {list?.map((proposal) => (
        <OneProposal key={proposal.id} proposal={proposal} writeKey={writeKey} onDecided={decided} />
      ))}
    </section>
  );
}

function OneProposal({
  proposal,
  writeKey,
  onDecided,
}: {
  readonly proposal: Proposal;
  readonly writeKey: string;
  onDecided(outcome: ReportFragment | "declined"): void;
}) {
  const t = useText();
  const [bundle, setBundle] = useState<string>();
  const [report, setReport] = useState<ReportFragment>();
  const [problem, setProblem] = useState<string>();
  const { id, by, at, note } = proposal;
  const show = () => {
    read<{ readonly bundle: string }>(`proposals/${id}`, writeKey).then(
      (found) => setBundle(found.bundle),
      (error: unknown) => setProblem(String(error)),
    );
  };
  const accept = async (dryRun: boolean) => {
    const answer = await send(AcceptDocument, { id, dryRun }, writeKey);
    setProblem(answer.problem);
    const found = answer.data?.accept;
    if (found && dryRun) setReport(found);
    else if (found) onDecided(found);
  };
  const decline = async (event: FormEvent<HTMLFormElement>) => {
    const { reason = "" } = formValues(event);
    const answer = await send(DeclineDocument, { id, reason }, writeKey);
    setProblem(answer.problem);
    if (answer.data?.decline) onDecided("declined");
  };
  return (
    <article>
      <h3>{note || id}</h3>
      <p>{t("proposedBy", { by, at })}</p>
      <p className="views">
        <button type="button" onClick={show}>
          {t("show")}
        </button>
        <button type="button" onClick={() => void accept(true)}>
          {t("tryIt")}
        </button>
        <button type="button" onClick={() => void accept(false)}>
          {t("accept")}
        </button>
      </p>
      <form className="controls" onSubmit={(event) => void decline(event)}>
        <label>
          {t("reason")} <input name="reason" required />
        </label>
        <button type="submit">{t("decline")}</button>
      </form>
      {problem && <p role="alert">{problem}</p>}
      {report && <ReportText report={report} />}
      {bundle !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide text is scrolled with the keyboard, too.
        <pre tabIndex={0}>{bundle}</pre>
      )}
    </article>
  );
}
