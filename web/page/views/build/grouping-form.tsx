import { Choice } from "../../choice.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { divides, FORMS, type Grouping, PERIOD_NAMES } from "./grouping.js";
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
  const { by, period, split, form } = grouping;
  const fields = [...offer.filters.keys()].filter((field) => field !== "id" && field !== "name");
  const isDate = filterKind(offer.filters.get(by)) === "date";
  const set = (next: Partial<Grouping>) => onChange({ ...grouping, ...next });
  const splits = fields.filter((field) => divides(offer.filters.get(field)) && field !== by);
  const named = (list: readonly string[]) => list.map((field) => [field, nameOf(field)] as const);
  return (
    <>
      <h2>{t("countBy")}</h2>
      <div className="controls">
        <Choice
          label={t("groupedBy")}
          options={[["", t("notCounted")], ...named(fields)]}
          value={by}
          onChoose={(next) => set({ by: next })}
        />
        {isDate && (
          <Choice
            label={t("periodLength")}
            options={PERIOD_NAMES.map((one) => [one, words(one)] as const)}
            value={period}
            onChoose={(next) => set({ period: next })}
          />
        )}
        {by && (
          <Choice
            label={t("dividedBy")}
            options={[["", t("notDivided")], ...named(splits)]}
            value={split}
            onChoose={(next) => set({ split: next })}
          />
        )}
        {isDate && (
          <Choice
            label={t("form")}
            options={FORMS.map((one) => [one, t(`form_${one}`)] as const)}
            value={form}
            onChoose={(next) => set({ form: next })}
          />
        )}
      </div>
    </>
  );
}
