// The map: coasts from Natural Earth, no borders, no tiles; places as points whose size tells how much is told there.
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { slide, tell, type Tie } from "./years";

interface Stop extends Tie { name: string; jurisdiction: string }
interface Point { place: string; label: string; longitude: number; latitude: number; stops: Stop[] }
interface Placed extends Point { x: number; y: number }

const WIDTH = 1000;
const HEIGHT = 640;
const NARROWEST = 3; // degrees on each side of the points, so that one town is not all there is to see

const held = document.getElementById("map-data")?.textContent;
if (held) void draw((JSON.parse(held) as { points: Point[] }).points);

async function draw(points: Point[]): Promise<void> {
  const svg = select<SVGSVGElement, unknown>("#map").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  const [west, east] = [Math.min(...points.map((one) => one.longitude)), Math.max(...points.map((one) => one.longitude))];
  const [south, north] = [Math.min(...points.map((one) => one.latitude)), Math.max(...points.map((one) => one.latitude))];
  const frame: [number, number][] = [[west - NARROWEST, south - NARROWEST], [east + NARROWEST, south - NARROWEST], [east + NARROWEST, north + NARROWEST], [west - NARROWEST, north + NARROWEST]];
  const projection = geoEqualEarth().rotate([-(west + east) / 2, 0]).fitExtent([[50, 40], [WIDTH - 50, HEIGHT - 40]], { type: "MultiPoint", coordinates: frame });
  projection.clipExtent([[-WIDTH * 3, -HEIGHT * 3], [WIDTH * 4, HEIGHT * 4]]);
  const path = geoPath(projection).digits(1);

  const canvas = svg.append("g");
  canvas.append("path").attr("class", "graticule").attr("d", path(geoGraticule10()));
  const coasts = canvas.append("path").attr("class", "land");
  const placed: Placed[] = points.map((point) => {
    const [x, y] = projection([point.longitude, point.latitude]) ?? [0, 0];
    return { ...point, x, y };
  });
  const nodes = canvas.append("g").selectAll<SVGGElement, Placed>("g").data([...placed].sort((a, b) => b.stops.length - a.stops.length)).join("g").attr("class", "node").attr("transform", (point) => `translate(${point.x},${point.y})`).attr("tabindex", 0).attr("role", "button").attr("aria-label", (point) => `${point.label}, ${point.stops.length} claims`);
  nodes.append("circle");
  nodes.append("text").text((point) => point.label);

  let passes: (stop: Stop) => boolean = () => true;
  let scale = 1;
  const shape = (): void => {
    const alive = (point: Placed): Stop[] => point.stops.filter(passes);
    const radius = (point: Placed): number => (4 + Math.sqrt(alive(point).length) * 2.2) / scale;
    nodes.classed("gone", (point) => alive(point).length === 0).classed("hollow", (point) => !alive(point).some((stop) => stop.plain));
    nodes.select("circle").attr("r", (point) => radius(point as Placed)).attr("stroke-width", 1.5 / scale);
    nodes.select("text").attr("y", (point) => -radius(point as Placed) - 4 / scale).attr("font-size", 13 / scale).attr("stroke-width", 3 / scale);
    coasts.attr("stroke-width", 0.8 / scale);
    declutter(nodes.nodes());
  };
  const choose = (point: Placed): void => {
    nodes.classed("chosen", (one) => one === point);
    tell(point.label, point.stops.filter(passes).map((stop) => ({ ...stop, words: [stop.words, stop.name === point.label ? "" : `(then ${stop.name})`].filter(Boolean).join(" ") })));
  };
  nodes.on("click", (_, point) => choose(point)).on("keydown", (event: KeyboardEvent, point) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(point); } });
  svg.call(zoom<SVGSVGElement, unknown>().scaleExtent([0.5, 40]).on("zoom", (event: { transform: { k: number; toString(): string } }) => {
    canvas.attr("transform", event.transform.toString());
    scale = event.transform.k;
    shape();
  }));
  slide(points.flatMap((point) => point.stops), (test) => { passes = test; shape(); });
  shape();

  // The coarse coasts are there at once, the fine ones when they have come.
  for (const address of [svg.attr("data-far"), svg.attr("data-near")]) {
    const shapes = (await (await fetch(address)).json()) as Topology<{ land: GeometryObject }>;
    coasts.attr("d", path(feature(shapes, shapes.objects.land)));
  }
  svg.attr("data-drawn", "yes");
}

// Names that would lie over the name of a place of which more is told are not shown; the point still is.
function declutter(nodes: SVGGElement[]): void {
  const taken: DOMRect[] = [];
  for (const node of nodes) {
    const text = node.querySelector("text");
    if (!text) continue;
    const box = text.getBoundingClientRect();
    const free = taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    text.classList.toggle("unnamed", !free);
    if (free && !node.classList.contains("gone")) taken.push(box);
  }
}
