// Labels of points: each where there is room for it, those of the first points first; the others when pointed at.

// `firm` is named even where the name lies over points, though not over names.
export interface Labelled { node: SVGGElement; x: number; y: number; radius: number; firm: boolean }

export interface Box { left: number; right: number; top: number; bottom: number }

const APART = 2;

// Places the <text> of every node: above its point, else right, below or left of it; where all are taken it is `unnamed`.
// Everything is in the units of the drawing, whose scale the caller has divided out of font size and radius.
// No name leaves `bounds`.
export function placeLabels(all: Labelled[], scale: number, bounds: Box): void {
  const drawn = all.filter(({ node }) => !node.classList.contains("gone"));
  const taken: Box[] = drawn.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const sizes = drawn.map(({ node }) => size(node.querySelector("text"), scale));
  drawn.forEach(({ node, x, y, radius, firm }, at) => {
    const text = node.querySelector("text");
    const own = sizes[at];
    if (!text || !own) return;
    const gap = radius + (APART + 1) / scale;
    const places: [string, number, number, Box][] = [
      ["middle", 0, -gap, around(x, y - gap - own.height / 2, own)],
      ["start", gap, own.height * 0.32, around(x + gap + own.width / 2, y, own)],
      ["middle", 0, gap + own.height * 0.78, around(x, y + gap + own.height / 2, own)],
      ["end", -gap, own.height * 0.32, around(x - gap - own.width / 2, y, own)],
    ];
    const inside = places.filter(([, , , box]) => box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom);
    const isFree = (box: Box, from: number): boolean => taken.every((other, of) => of < from || of === at || apart(box, other, APART / scale));
    const free = inside.find(([, , , box]) => isFree(box, 0)) ?? (firm ? inside.find(([, , , box]) => isFree(box, drawn.length)) : undefined);
    const [anchor, dx, dy, box] = free ?? places[0]!;
    text.setAttribute("text-anchor", anchor);
    text.setAttribute("x", String(dx));
    text.setAttribute("y", String(dy));
    text.classList.toggle("unnamed", !free);
    if (free) taken.push(box);
  });
}

function size(text: SVGTextElement | null, scale: number): { width: number; height: number } | null {
  if (!text) return null;
  const font = Number(text.getAttribute("font-size") ?? 13 / scale);
  return { width: text.getComputedTextLength(), height: font * 1.15 };
}

function around(x: number, y: number, { width, height }: { width: number; height: number }): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function apart(one: Box, other: Box, by: number): boolean {
  return one.right + by < other.left || one.left - by > other.right || one.bottom + by < other.top || one.top - by > other.bottom;
}
