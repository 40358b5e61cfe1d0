// On paper nothing can be unfolded, so what explains or repeats a view is unfolded for as long as it is printed.

export function printing(root: Document): void {
  let unfolded: HTMLDetailsElement[] = [];
  root.defaultView?.addEventListener("beforeprint", () => {
    unfolded = [...root.querySelectorAll<HTMLDetailsElement>("details.printed:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  root.defaultView?.addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
}
