// Text and timeline light each other: what names the same claim in data-claims is lit together.

const claimsOf = (element: Element): string[] => (element.getAttribute("data-claims") ?? "").split(" ").filter(Boolean);

export function linkClaims(root: Document): void {
  const places = new Map<string, Element[]>();
  for (const element of root.querySelectorAll("[data-claims]")) {
    for (const claim of claimsOf(element)) places.set(claim, [...(places.get(claim) ?? []), element]);
  }
  if (places.size === 0) return;

  let lit: Element[] = [];
  const light = (claims: string[]): Element[] => {
    for (const element of lit) element.classList.remove("lit");
    lit = claims.flatMap((claim) => places.get(claim) ?? []);
    for (const element of lit) element.classList.add("lit");
    return lit;
  };
  const under = (event: Event): Element | null =>
    event.target instanceof Element ? event.target.closest("[data-claims]") : null;

  for (const kind of ["pointerover", "focusin"]) {
    root.addEventListener(kind, (event) => {
      const element = under(event);
      if (element === null) return;
      const here = claimsOf(element);
      const elsewhere = light(element.matches("mark") ? here : here.slice(0, 1)).find((other) => !other.contains(element) && other !== element && other.matches("li") === element.matches("mark"));
      elsewhere?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    });
  }
  root.addEventListener("click", (event) => {
    const element = under(event);
    const claim = element?.matches("mark") ? claimsOf(element)[0] : undefined;
    if (claim !== undefined) root.location.assign(`/claims/${encodeURIComponent(claim)}`);
  });
  const asked = decodeURIComponent(root.location.hash.slice(1));
  if (places.has(asked)) light([asked])[0]?.scrollIntoView({ block: "center" });
}
