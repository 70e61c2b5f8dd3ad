import type { ReactNode } from "react";
import { useText } from "./i18n/text.js";
import { hashOf, type Place } from "./place.js";

/** A node as views show it. */
export interface NodeRef {
  readonly id: string;
  readonly name: string;
}

/** A link to the sheet of a node. */
export function NodeLink({ node, place }: { readonly node: NodeRef; readonly place: Place }) {
  return <a href={hashOf(place, "sheet", node.id)}>{node.name}</a>;
}

/** What is known of how complete a list is, and how much of it is shown. */
export function CoverageNote({
  completeness,
  total,
  shown,
  certain,
}: {
  readonly completeness: string;
  readonly total: number;
  readonly shown: number;
  /** How many hold for certain on the day; undefined if no day was asked. */
  readonly certain?: number | undefined;
}) {
  const t = useText();
  const notes = [
    ...(completeness === "NOT_RECORDED" && total === 0 ? [t("notRecorded")] : []),
    ...(completeness === "PARTIAL" ? [t("partial")] : []),
    ...(completeness === "COMPLETE" ? [t("complete")] : []),
    ...(shown < total ? [t("firstOf", { shown, total })] : []),
    ...(certain !== undefined && certain < total ? [t("certainOf", { certain, total })] : []),
  ];
  return notes.length ? <p className="note">{notes.join(" ")}</p> : null;
}

/** What went wrong, or that an answer is awaited; nothing once it is there. */
export function Waiting({
  answer,
}: {
  readonly answer: { readonly data?: unknown; readonly problem?: string | undefined };
}) {
  const t = useText();
  if (answer.problem) return <p role="alert">{answer.problem}</p>;
  return answer.data === undefined ? <p role="status">{t("loading")}</p> : null;
}

/** The source of a row, and its quote. */
export function SourceCell({
  source,
  quote,
  place,
}: {
  readonly source: NodeRef;
  readonly quote?: string | null | undefined;
  readonly place: Place;
}): ReactNode {
  return (
    <>
      <NodeLink node={source} place={place} />
      {quote && <q>{quote}</q>}
    </>
  );
}
