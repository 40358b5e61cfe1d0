// The timeline's filter: rows, bars and underlines follow the boxes that are ticked; so does the address, to be kept.

export function filterRows(root: Document): void {
  const form = root.querySelector<HTMLFormElement>("form.filter");
  const rows = [...root.querySelectorAll<HTMLElement>("li[data-family]")];
  if (!form || rows.length === 0) return;
  form.querySelector("button")?.setAttribute("hidden", "");
  const drawn = [...root.querySelectorAll(".lane [data-claims], mark[data-claims]")].map((element) => ({ element, claims: claimsOf(element) }));
  const posts = [...root.querySelectorAll<HTMLElement>(".band li")];
  const told = form.querySelector<HTMLElement>(".narrowed");

  const apply = (): void => {
    const chosen = new FormData(form);
    const [families, statuses] = [chosen.getAll("family"), chosen.getAll("status")];
    const narrowed = families.length + statuses.length > 0;
    const shown = new Set<string>();
    for (const row of rows) {
      const status = (row.dataset["status"] ?? "").split(" ");
      row.hidden = (families.length > 0 && !families.includes(row.dataset["family"] ?? "")) || (statuses.length > 0 && !statuses.some((one) => status.includes(String(one))));
      if (!row.hidden) for (const claim of claimsOf(row)) shown.add(claim);
    }
    for (const post of posts) post.hidden = narrowed && !claimsOf(post).some((claim) => shown.has(claim));
    for (const { element, claims } of drawn) element.classList.toggle("faded", narrowed && !claims.some((claim) => shown.has(claim)));
    if (told) tell(told, narrowed ? shown.size : null, rows.length);
  };
  form.addEventListener("change", () => {
    apply();
    const address = new URL(root.location.href);
    address.search = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString();
    root.defaultView?.history.replaceState(null, "", address);
  });
  if (form.querySelector("input:checked")) apply();
}

function claimsOf(element: Element): string[] {
  return (element.getAttribute("data-claims") ?? "").split(" ").filter(Boolean);
}

function tell(place: HTMLElement, shown: number | null, all: number): void {
  place.replaceChildren();
  if (shown === null) return;
  const back = document.createElement("a");
  back.href = place.dataset["all"] ?? "";
  back.textContent = "Show all";
  place.append(`${shown} of ${all} claims are shown. `, back);
}
