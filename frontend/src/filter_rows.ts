// The timeline's filter: rows hide and show as boxes are ticked; the address follows, so that it can be kept.

export function filterRows(root: Document): void {
  const form = root.querySelector<HTMLFormElement>("form.filter");
  const rows = root.querySelectorAll<HTMLElement>("li[data-family]");
  if (!form || rows.length === 0) return;
  form.querySelector("button")?.setAttribute("hidden", "");
  form.addEventListener("change", () => {
    const chosen = new FormData(form);
    const families = chosen.getAll("family");
    const statuses = chosen.getAll("status");
    for (const row of rows) {
      const status = (row.dataset["status"] ?? "").split(" ");
      row.hidden = (families.length > 0 && !families.includes(row.dataset["family"] ?? "")) || (statuses.length > 0 && !statuses.some((one) => status.includes(String(one))));
    }
    const address = new URL(root.location.href);
    address.search = new URLSearchParams([...chosen].map(([name, value]) => [name, String(value)])).toString();
    root.defaultView?.history.replaceState(null, "", address);
  });
}
