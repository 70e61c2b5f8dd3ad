import { describeEnum } from "../../model/describe-enum.js";

/** Why two nodes may be the same, as the API tells it. */
export const DuplicateReasonKind = describeEnum("DuplicateReasonKind", "Why two nodes may be the same.", {
  SAME_NAME: "They share a whole name, ignoring case, ё, diacritics and quotation marks.",
  SAME_CODE: "They have the same code of one scheme, and neither succeeds the other.",
  SAME_OFFICE: "They held the same office at the same time and share a word of their names in some script.",
});

/** How likely two nodes are the same if there is one reason of this kind alone. Several reasons add up. */
export const LIKELY: Readonly<Record<keyof typeof DuplicateReasonKind.codes, number>> = {
  SAME_NAME: 0.6,
  SAME_CODE: 0.7,
  SAME_OFFICE: 0.7,
};
