// The map: coasts from Natural Earth, no borders, no tiles; places as points whose size tells how much is told there.
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoomIdentity } from "d3-zoom";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { placeLabels } from "./labels";
import { slide, tell, type Tie } from "./years";
import { measured, seen, zooming, type Drawing } from "./zooming";

interface Stop extends Tie { name: string; jurisdiction: string }
interface Point { place: string; label: string; longitude: number; latitude: number; stops: Stop[] }
interface Placed extends Point { x: number; y: number }

interface World extends Topology<{ land: GeometryObject }> {}

const NARROWEST = 5; // degrees on each side of the points, so that one town is not all there is to see
const FONT = 13;

const held = document.getElementById("map-data")?.textContent;
if (held) void draw((JSON.parse(held) as { points: Point[] }).points);

async function draw(points: Point[]): Promise<void> {
  const svg = select<SVGSVGElement, unknown>("#map");
  const { width, height } = measured(svg);
  const frame = framed(points);
  const [west, east] = [frame[0]![0], frame[1]![0]];
  const projection = geoEqualEarth().rotate([-(west + east) / 2, 0]).fitExtent([[50, 56], [width - 50, height - 40]], { type: "MultiPoint", coordinates: frame });
  projection.clipExtent([[-width * 3, -height * 3], [width * 4, height * 4]]);
  const path = geoPath(projection).digits(1);

  const canvas = svg.append("g");
  canvas.append("path").attr("class", "graticule").attr("d", path(geoGraticule10()));
  const coasts = canvas.append("path").attr("class", "land");
  const placed: Placed[] = points.map((point) => {
    const [x, y] = projection([point.longitude, point.latitude]) ?? [0, 0];
    return { ...point, x, y };
  });
  const nodes = canvas.append("g").selectAll<SVGGElement, Placed>("g").data([...placed].sort((a, b) => b.stops.length - a.stops.length)).join("g").attr("class", "node").attr("transform", (point) => `translate(${point.x},${point.y})`).attr("tabindex", 0).attr("role", "button");
  nodes.append("circle");
  nodes.append("text");

  let passes: (stop: Stop) => boolean = () => true;
  let [transform, scale] = [zoomIdentity, 1];
  const alive = (point: Placed): Stop[] => point.stops.filter(passes);
  const radius = (point: Placed): number => (3.5 + Math.sqrt(alive(point).length) * 2) / scale;
  const shape = (): void => {
    nodes.classed("gone", (point) => alive(point).length === 0).classed("hollow", (point) => !alive(point).some((stop) => stop.plain));
    nodes.attr("aria-label", (point) => `${called(point, alive(point))}, ${alive(point).length} claims`);
    nodes.select("circle").attr("r", (point) => radius(point as Placed)).attr("stroke-width", 1.5 / scale);
    nodes.select("text").text((point) => called(point as Placed, alive(point as Placed))).attr("font-size", FONT / scale).attr("stroke-width", 3 / scale);
    coasts.attr("stroke-width", 0.8 / scale);
    placeLabels(nodes.nodes().map((node, at) => { const point = nodes.data()[at]!; return { node, x: point.x, y: point.y, radius: radius(point), firm: false }; }), scale, seen(transform, { width, height }));
  };
  const choose = (point: Placed): void => {
    nodes.classed("chosen", (one) => one === point);
    tell(point.label, alive(point).map((stop) => ({ ...stop, words: [stop.words, stop.name === point.label ? "" : `(then ${stop.name})`].filter(Boolean).join(" ") })));
  };
  nodes.on("click", (_, point) => choose(point)).on("keydown", (event: KeyboardEvent, point) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(point); } });
  zooming(svg, [0.5, 40], zoomIdentity, (to) => {
    canvas.attr("transform", to.toString());
    const turned = to.k !== scale;
    [transform, scale] = [to, to.k];
    if (turned) shape();
  });
  slide(points.flatMap((point) => point.stops), (test) => { passes = test; shape(); });

  // The coarse coasts are there at once, the fine ones when they have come.
  for (const name of ["far", "near"]) {
    const world = (await (await fetch(svg.attr(`data-${name}`))).json()) as World;
    coasts.attr("d", path(feature(world, world.objects.land)));
    if (name === "far" && east - west < 120) locate(svg, world, frame, height);
  }
  svg.attr("data-drawn", "yes");
}

// The corners of what is shown.
function framed(points: Point[]): [number, number][] {
  const [west, east] = [Math.min(...points.map((one) => one.longitude)) - NARROWEST, Math.max(...points.map((one) => one.longitude)) + NARROWEST];
  const [south, north] = [Math.max(-85, Math.min(...points.map((one) => one.latitude)) - NARROWEST), Math.min(85, Math.max(...points.map((one) => one.latitude)) + NARROWEST)];
  return [[west, south], [east, south], [east, north], [west, north]];
}

// What a place was called then, where all that is shown of it calls it so; else by the name of today.
function called(point: Point, stops: Stop[]): string {
  const names = new Set(stops.map((stop) => stop.name));
  return names.size === 1 ? [...names][0]! : point.label;
}

// Where on earth that is: a small world with the frame in it, since a land without borders may show no coast.
function locate(svg: Drawing, world: World, frame: [number, number][], height: number): void {
  const [wide, high] = [130, 64];
  const projection = geoEqualEarth().fitSize([wide, high], { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const small = svg.append("g").attr("class", "locator").attr("aria-hidden", "true").attr("transform", `translate(12,${height - high - 12})`);
  small.append("path").attr("class", "sphere").attr("d", path({ type: "Sphere" }));
  small.append("path").attr("class", "land").attr("d", path(feature(world, world.objects.land)));
  const corners = frame.map((corner) => projection(corner) ?? [0, 0]);
  small.append("path").attr("class", "frame").attr("d", `M${corners.map((corner) => corner.join(",")).join("L")}Z`);
}
