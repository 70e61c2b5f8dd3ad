import { useText } from "../../i18n/text.js";
import type { ReportFragment } from "./review.generated.js";

/** What a bundle changed, or would change. */
export function ReportText({ report }: { readonly report: ReportFragment }) {
  const t = useText();
  const { dryRun, created, updated, unchanged, retracted, stayRetracted, warnings } = report;
  const counts = { created, updated, unchanged, retracted };
  return (
    <div role="status">
      <p>
        {t(dryRun ? "wouldChange" : "changed", counts)}{" "}
        {stayRetracted > 0 && t("staysRetracted", { count: stayRetracted })}
      </p>
      {warnings.length > 0 && (
        <ul>
          {warnings.map(({ at, message }) => (
            <li key={`${at} ${message}`}>
              {at}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
