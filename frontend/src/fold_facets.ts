// On a narrow screen the facets begin folded, so that what was found is seen first.

export function foldFacets(root: Document): void {
  const facets = root.querySelector<HTMLDetailsElement>(".facets");
  if (facets && root.defaultView?.matchMedia("(max-width: 48rem)").matches) facets.open = false;
}
