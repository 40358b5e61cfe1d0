// The network: laid out by forces from a fixed start, so that the same network looks the same each time.
import { drag } from "d3-drag";
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { select } from "d3-selection";
import { placeLabels } from "./labels";
import { slide, tell, type Tie } from "./years";
import { fitting, measured, seen, zooming } from "./zooming";

interface Node extends SimulationNodeDatum { id: number; label: string; kind: string; main: boolean; ties: number }
interface Link extends SimulationLinkDatum<Node> { source: number | Node; target: number | Node; ties: Tie[] }
interface Network { nodes: Node[]; links: Link[] }

const SETTLED = 300; // steps after which d3's simulation has cooled down
const FONT = 12;

const held = document.getElementById("network-data")?.textContent;
if (held) draw(JSON.parse(held) as Network);

function draw(network: Network): void {
  const svg = select<SVGSVGElement, unknown>("#network");
  const size = measured(svg);
  const canvas = svg.append("g");
  const radius = (node: Node): number => 5 + Math.sqrt(node.ties) * 2.2;
  const simulation = forceSimulation(network.nodes)
    .force("link", forceLink<Node, Link>(network.links).id((node) => node.id).distance(85).strength(0.6))
    .force("charge", forceManyBody().strength(-240).distanceMax(420))
    .force("collide", forceCollide<Node>((node) => radius(node) + 14))
    .force("x", forceX(size.width / 2).strength(0.05))
    .force("y", forceY(size.height / 2).strength((0.05 * size.width) / size.height))
    .force("center", forceCenter(size.width / 2, size.height / 2))
    .stop();
  simulation.tick(SETTLED);

  const lines = canvas.append("g").selectAll("line").data(network.links).join("line").attr("class", "link");
  const thick = canvas.append("g").selectAll("line").data(network.links).join("line").attr("class", "reach").attr("tabindex", 0).attr("role", "button").attr("aria-label", (link) => `${end(link.source).label} and ${end(link.target).label}`);
  // Those with the most ties lie on top, and their names are placed first.
  const nodes = canvas.append("g").selectAll<SVGGElement, Node>("g").data([...network.nodes].sort((one, other) => one.ties - other.ties)).join("g").attr("class", (node) => `node ${node.kind}${node.main ? " main" : ""}`).attr("tabindex", 0).attr("role", "button").attr("aria-label", (node) => `${node.label}, ${node.ties} claims`);
  nodes.append("circle");
  nodes.append("text").text((node) => (node.label.length > 34 ? `${node.label.slice(0, 32).trimEnd()}…` : node.label));

  const home = fitting(network.nodes.map((node) => ({ x: node.x ?? 0, y: node.y ?? 0 })), size, 1.25);
  let transform = home;
  let scale = home.k;
  const place = (): void => {
    for (const drawn of [lines, thick]) {
      drawn.attr("x1", (link) => end(link.source).x ?? 0).attr("y1", (link) => end(link.source).y ?? 0).attr("x2", (link) => end(link.target).x ?? 0).attr("y2", (link) => end(link.target).y ?? 0);
    }
    nodes.attr("transform", (node) => `translate(${node.x ?? 0},${node.y ?? 0})`);
  };
  const name = (): void => {
    const placed = nodes.nodes().map((node, at) => ({ node, of: nodes.data()[at]! })).reverse();
    placeLabels(placed.map(({ node, of }) => ({ node, x: of.x ?? 0, y: of.y ?? 0, radius: radius(of) / Math.sqrt(scale), firm: of.main })), scale, seen(transform, size));
  };
  const shape = (): void => {
    nodes.select("circle").attr("r", (node) => radius(node as Node) / Math.sqrt(scale)).attr("stroke-width", 1.5 / scale);
    nodes.select("text").attr("font-size", FONT / scale).attr("stroke-width", 3 / scale);
    name();
  };
  place();
  nodes.call(
    drag<SVGGElement, Node>().on("drag", (event: { x: number; y: number }, node) => {
      node.x = event.x;
      node.y = event.y;
      place();
    }).on("end", name),
  );
  zooming(svg, [Math.min(0.3, home.k), 6], home, (to) => {
    canvas.attr("transform", to.toString());
    const turned = to.k !== scale;
    [transform, scale] = [to, to.k];
    if (turned) shape();
  });
  shape();

  let passes: (tie: Tie) => boolean = () => true;
  const show = (links: Link[], title: string): void => {
    nodes.classed("chosen", (node) => links.some((link) => link.source === node || link.target === node));
    lines.classed("chosen", (link) => links.includes(link));
    tell(title, links.flatMap((link) => link.ties).filter(passes));
  };
  const chosen = (node: Node): void => show(network.links.filter((link) => link.source === node || link.target === node), node.label);
  const both = (link: Link): void => show([link], `${end(link.source).label} – ${end(link.target).label}`);
  nodes.on("click", (_, node) => chosen(node)).on("keydown", (event: KeyboardEvent, node) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); chosen(node); } });
  thick.on("click", (_, link) => both(link)).on("keydown", (event: KeyboardEvent, link) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); both(link); } });

  const filter = (test: (tie: Tie) => boolean): void => {
    passes = test;
    const alive = (link: Link): boolean => link.ties.some(test);
    lines.classed("gone", (link) => !alive(link)).classed("unplain", (link) => !link.ties.filter(test).some((tie) => tie.plain));
    thick.classed("gone", (link) => !alive(link));
    nodes.classed("gone", (node) => !network.links.some((link) => (link.source === node || link.target === node) && alive(link)));
    name();
  };
  slide(network.links.flatMap((link) => link.ties), filter);
}

function end(of: number | Node): Node {
  if (typeof of === "number") throw new Error("a link is drawn before its ends are known");
  return of;
}
