import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { divides, FORMS, type Form, type Grouping, PERIOD_NAMES, type Period } from "./grouping.js";
import { filterKind, type Offer } from "./question.js";

const FIRST: Grouping = { by: "", period: "DECADE", split: "", form: "bars" };

/** Chooses by what the rows are counted, if they are to be counted and not listed. */
export function GroupingForm({
  offer,
  grouping = FIRST,
  nameOf,
  onChange,
}: {
  readonly offer: Offer;
  readonly grouping: Grouping | undefined;
  nameOf(field: string): string;
  onChange(grouping: Grouping): void;
}) {
  const t = useText();
  const words = useCodes();
  const fields = [...offer.filters.keys()].filter((field) => field !== "id" && field !== "name");
  const isDate = filterKind(offer.filters.get(grouping.by)) === "date";
  const set = (next: Partial<Grouping>) => onChange({ ...grouping, ...next });
  const splits = fields.filter((field) => divides(offer.filters.get(field)) && field !== grouping.by);
  return (
    <>
      <h2>{t("countBy")}</h2>
      <div className="controls">
        <label>
          {t("groupedBy")}{" "}
          <select value={grouping.by} onChange={({ currentTarget }) => set({ by: currentTarget.value })}>
            <option value="">{t("notCounted")}</option>
            {fields.map((field) => (
              <option key={field} value={field}>
                {nameOf(field)}
              </option>
            ))}
          </select>
        </label>
        {isDate && (
          <label>
            {t("periodLength")}{" "}
            <select
              value={grouping.period}
              onChange={({ currentTarget }) => set({ period: currentTarget.value as Period })}
            >
              {PERIOD_NAMES.map((one) => (
                <option key={one} value={one}>
                  {words(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        {grouping.by && (
          <label>
            {t("dividedBy")}{" "}
            <select
              value={grouping.split}
              onChange={({ currentTarget }) => set({ split: currentTarget.value })}
            >
              <option value="">{t("notDivided")}</option>
              {splits.map((field) => (
                <option key={field} value={field}>
                  {nameOf(field)}
                </option>
              ))}
            </select>
          </label>
        )}
        {isDate && (
          <label>
            {t("form")}{" "}
            <select
              value={grouping.form}
              onChange={({ currentTarget }) => set({ form: currentTarget.value as Form })}
            >
              {FORMS.map((one) => (
                <option key={one} value={one}>
                  {t(`form_${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}
