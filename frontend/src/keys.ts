// Keys that every page knows: search, help, and from claim to claim of a list.

export function isTyping(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=range]), select, textarea, [contenteditable]");
}

export function keys(root: Document): void {
  const help = root.querySelector<HTMLDialogElement>("#keys");
  const button = root.querySelector<HTMLButtonElement>("#show-keys");
  const show = (): void => { if (help && !help.open) help.showModal(); };
  if (button) {
    button.hidden = false;
    button.addEventListener("click", show);
  }
  root.addEventListener("keydown", (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    if (event.key === "?") show();
    else if (event.key === "/") root.querySelector<HTMLInputElement>("#find")?.focus();
    else if ((event.key === "j" || event.key === "k") && !root.querySelector("[aria-keyshortcuts~=k], [aria-keyshortcuts~=j]")) step(root, event.key === "j" ? 1 : -1);
    else return;
    event.preventDefault();
  });
}

function step(root: Document, by: number): void {
  const links = [...root.querySelectorAll<HTMLElement>(".rows a, .found a")].filter((link) => link.checkVisibility());
  const at = links.indexOf(root.activeElement as HTMLElement);
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
