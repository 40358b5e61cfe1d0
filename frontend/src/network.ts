// The network: laid out by forces from a fixed start, so that the same network looks the same each time.
import { drag } from "d3-drag";
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { slide, tell, type Tie } from "./years";

interface Node extends SimulationNodeDatum { id: number; label: string; kind: string; main: boolean; ties: number }
interface Link extends SimulationLinkDatum<Node> { source: number | Node; target: number | Node; ties: Tie[] }
interface Network { nodes: Node[]; links: Link[] }

const WIDTH = 1000;
const HEIGHT = 640;
const SETTLED = 300; // steps after which d3's simulation has cooled down

const held = document.getElementById("network-data")?.textContent;
if (held) draw(JSON.parse(held) as Network);

function draw(network: Network): void {
  const svg = select<SVGSVGElement, unknown>("#network").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  const canvas = svg.append("g");
  const radius = (node: Node): number => 5 + Math.sqrt(node.ties) * 2.4;
  const simulation = forceSimulation(network.nodes)
    .force("link", forceLink<Node, Link>(network.links).id((node) => node.id).distance(95).strength(0.5))
    .force("charge", forceManyBody().strength(-260))
    .force("collide", forceCollide<Node>((node) => radius(node) + 12))
    .force("x", forceX(WIDTH / 2).strength(0.04))
    .force("y", forceY(HEIGHT / 2).strength(0.07))
    .force("center", forceCenter(WIDTH / 2, HEIGHT / 2))
    .stop();
  simulation.tick(SETTLED);

  const lines = canvas.append("g").selectAll("line").data(network.links).join("line").attr("class", "link");
  const thick = canvas.append("g").selectAll("line").data(network.links).join("line").attr("class", "reach").attr("tabindex", 0).attr("role", "button").attr("aria-label", (link) => `${end(link.source).label} and ${end(link.target).label}`);
  const nodes = canvas.append("g").selectAll<SVGGElement, Node>("g").data(network.nodes).join("g").attr("class", (node) => `node ${node.kind}${node.main ? " main" : ""}`).attr("tabindex", 0).attr("role", "button");
  nodes.append("circle").attr("r", radius);
  nodes.append("text").attr("y", (node) => -radius(node) - 4).text((node) => node.label);

  const place = (): void => {
    for (const drawn of [lines, thick]) {
      drawn.attr("x1", (link) => end(link.source).x ?? 0).attr("y1", (link) => end(link.source).y ?? 0).attr("x2", (link) => end(link.target).x ?? 0).attr("y2", (link) => end(link.target).y ?? 0);
    }
    nodes.attr("transform", (node) => `translate(${node.x ?? 0},${node.y ?? 0})`);
  };
  place();
  nodes.call(
    drag<SVGGElement, Node>().on("drag", (event: { x: number; y: number }, node) => {
      node.x = event.x;
      node.y = event.y;
      place();
    }),
  );
  svg.call(zoom<SVGSVGElement, unknown>().scaleExtent([0.3, 6]).on("zoom", (event: { transform: { toString(): string } }) => canvas.attr("transform", event.transform.toString())));

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
  };
  slide(network.links.flatMap((link) => link.ties), filter);
}

function end(of: number | Node): Node {
  if (typeof of === "number") throw new Error("a link is drawn before its ends are known");
  return of;
}
