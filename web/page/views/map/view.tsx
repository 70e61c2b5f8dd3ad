import type { FormEvent } from "react";
import { Choice } from "../../choice.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { useText } from "../../i18n/text.js";
import { hashOf } from "../../place.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { COUNTED, CountsMap, isCounted } from "./counts.js";
import { PartiesMap } from "./parties.js";

const DEFAULT_ID = "treaty:npt-1968";

/** A map of today's borders: the parties to a treaty, or a number for each state. */
export default function WorldMap({ place, scope }: ViewProps) {
  const t = useText();
  const id = place.id ?? DEFAULT_ID;
  const { of } = place.params;
  const counted = isCounted(of) ? of : undefined;
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    go(hashOf(place, "map", given.id || DEFAULT_ID, { of: given.of }));
  };
  return (
    <>
      <h1>{t("map")}</h1>
      <form className="controls" onSubmit={apply} key={`${id} ${counted}`}>
        <Choice
          label={t("what")}
          name="of"
          options={[["", t("chartParties")], ...COUNTED.map((one) => [one, t(one)] as const)]}
          defaultValue={counted ?? ""}
          onChoose={(_value, form) => form?.requestSubmit()}
        />
        {!counted && (
          <>
            <ThingInput name="id" label={t("thing")} id={id} scope={scope} />
            <button type="submit">{t("draw")}</button>
          </>
        )}
      </form>
      {counted ? (
        <CountsMap relation={counted} {...{ place, scope }} />
      ) : (
        <PartiesMap id={id} {...{ place, scope }} />
      )}
    </>
  );
}
