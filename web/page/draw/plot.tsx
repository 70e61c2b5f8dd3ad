import type * as PlotModule from "@observablehq/plot";
import { useEffect, useRef } from "react";

export type Plot = typeof PlotModule;

/** What is drawn from data, at a width in pixels. */
export type Draw<Data> = (plot: Plot, width: number, data: Data) => PlotModule.PlotOptions;

/** Draws with Observable Plot, which is loaded with the first drawing, and draws again when the width changes. */
export function PlotFigure<Data>({
  label,
  data,
  draw,
  onPick,
}: {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  readonly data: Data;
  readonly draw: Draw<Data>;
  /** Gets the datum that was clicked. */
  onPick?(datum: unknown): void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ data, onPick });
  latest.current = { data, onPick };
  const key = JSON.stringify(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the data, which is another object each time.
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    let isGone = false;
    const show = async () => {
      const plot = await import("@observablehq/plot");
      if (isGone) return;
      const options = draw(plot, target.clientWidth, latest.current.data);
      const figure = plot.plot(options);
      figure.setAttribute("role", "img");
      figure.setAttribute("aria-label", label);
      // As a picture it has one name; the names of its parts are not allowed below it.
      for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
      figure.addEventListener("click", () => {
        const { value } = figure as { value?: unknown };
        if (value != null) latest.current.onPick?.(value);
      });
      target.replaceChildren(figure);
    };
    const resized = new ResizeObserver(() => void show());
    resized.observe(target);
    return () => {
      isGone = true;
      resized.disconnect();
    };
  }, [label, draw, key]);
  return <div className="plot" ref={place} />;
}
