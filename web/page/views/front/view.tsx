import { serviceUrl, useAnswer } from "../../api.js";
import { type TextKey, useText } from "../../i18n/text.js";
import { Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import type { ViewProps } from "../../view-props.js";
import { FrontDocument } from "./front.generated.js";
import { Picture } from "./picture.js";

/** Questions to start with: the view that answers each, what it is about, and its parameters. */
const QUESTIONS: readonly (readonly [
  TextKey,
  string,
  string | undefined,
  Readonly<Record<string, string>>,
])[] = [
  ["q1", "sheet", "treaty:inf-1987", { asOf: "2019-02-02" }],
  ["q2", "chart", "org:nato", { years: "1949/2025" }],
  ["q3", "timeline", "treaty:inf-1987", {}],
  ["q4", "map", "treaty:npt-1968", {}],
  ["q5", "compare", "org:csto", { one: "2010-01-01", other: "2026-01-01" }],
  ["q6", "network", "state:kaz", { projection: "JOINT_MEMBERSHIP", min: "9" }],
  ["q7", "sheet", "org:csto", {}],
  ["q8", "sheet", "state:sun", { asOf: "1980-01-01" }],
];

const COUNTED = [
  "treaties",
  "states",
  "organizations",
  "persons",
  "meetings",
  "statements",
  "documents",
  "sources",
] as const;

/** The front page: what the graph holds, and questions to start with. */
export default function Front({ place, scope }: ViewProps) {
  const t = useText();
  const answer = useAnswer(FrontDocument, {});
  const { data } = answer;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("tagline")}</p>
      <section>
        <h2>{t("questions")}</h2>
        <ul className="questions">
          {QUESTIONS.map(([key, view, id, params]) => (
            <li key={key}>
              <a href={hashOf(place, view, id, { asOf: undefined, ...params })}>
                <Picture view={view} />
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("recorded")}</h2>
        <Waiting answer={answer} />
        <dl className="counts">
          {data &&
            COUNTED.map((name) => (
              <div key={name}>
                <dt>{t(`counted_${name}`)}</dt>
                <dd>{(data[name]?.totalCount ?? 0).toLocaleString(scope.lang)}</dd>
              </div>
            ))}
        </dl>
        {data?.treaties && (
          <p className="note">
            {t("yearsOfTreaties", {
              first: (data.treaties.aggregate.min ?? "").slice(0, 4),
              last: (data.treaties.aggregate.max ?? "").slice(0, 4),
            })}{" "}
            <a href={hashOf(place, "data")}>{t("bySource")}</a>
          </p>
        )}
      </section>
      <section>
        <h2>{t("cite")}</h2>
        <p>
          {t("citeText", { revision: answer.remarks?.dataRevision ?? "…", address: serviceUrl("").href })}
        </p>
      </section>
    </>
  );
}
