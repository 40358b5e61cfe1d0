// Moving a drawing: by wheel, finger and mouse, and by buttons, which the keyboard reaches too.
import type { Selection } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";
import type { Box } from "./labels";

export type Drawing = Selection<SVGSVGElement, unknown, HTMLElement, unknown>;

// The size of the drawing on the screen, which becomes its unit: a label of 13 is one of 13 pixels.
export function measured(svg: Drawing): { width: number; height: number } {
  const box = svg.node()!.getBoundingClientRect();
  const [width, height] = [Math.max(box.width, 200), Math.max(box.height, 160)];
  svg.attr("viewBox", `0 0 ${width} ${height}`);
  return { width, height };
}

// The part of the drawing that is seen, in its own units.
export function seen(to: ZoomTransform, { width, height }: { width: number; height: number }): Box {
  const [left, top] = to.invert([2, 2]);
  const [right, bottom] = to.invert([width - 2, height - 2]);
  return { left, top, right, bottom };
}

export function zooming(svg: Drawing, extent: [number, number], home: ZoomTransform, moved: (to: ZoomTransform) => void): void {
  const behaviour = zoom<SVGSVGElement, unknown>().scaleExtent(extent).on("zoom", (event: { transform: ZoomTransform }) => moved(event.transform));
  svg.call(behaviour).call(behaviour.transform, home);
  const buttons = document.querySelector<HTMLElement>(".zooming");
  if (!buttons) return;
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const asked = event.target instanceof HTMLElement ? event.target.closest("button")?.value : undefined;
    if (asked === "in") svg.call(behaviour.scaleBy, 1.5);
    if (asked === "out") svg.call(behaviour.scaleBy, 1 / 1.5);
    if (asked === "all") svg.call(behaviour.transform, home);
  });
}

const EDGE = 48; // above and below, where names and the buttons stand

// What shows all these points, with room for a label around them, at most `most` times enlarged.
export function fitting(points: { x: number; y: number }[], { width, height }: { width: number; height: number }, most: number): ZoomTransform {
  const [left, right] = [Math.min(...points.map((one) => one.x)), Math.max(...points.map((one) => one.x))];
  const [top, bottom] = [Math.min(...points.map((one) => one.y)), Math.max(...points.map((one) => one.y))];
  const scale = Math.min(most, (width - 120) / Math.max(right - left, 1), (height - 2 * EDGE) / Math.max(bottom - top, 1));
  return zoomIdentity.translate(width / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale).scale(scale);
}
