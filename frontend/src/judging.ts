// Judging: one key a verdict, the date told while it is typed, and the words taken by selecting them.

import { isTyping } from "./keys";

judgingKeys(document);
explainDate(document);
selectWords(document);

function judgingKeys(root: Document): void {
  const shortcuts = new Map<string, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>("main [aria-keyshortcuts]")) {
    for (const key of (element.getAttribute("aria-keyshortcuts") ?? "").split(" ")) shortcuts.set(key, element);
  }
  root.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = isTyping(target);
    if (typing && event.key === "Escape") target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || root.querySelector("dialog[open]")) return;
    const form = root.querySelector<HTMLDetailsElement>("#correct");
    if (event.key === "c" && form) {
      event.preventDefault();
      form.open = true;
      form.querySelector<HTMLInputElement>("input[name=when]")?.focus();
      return;
    }
    const element = shortcuts.get(event.key);
    if (!element) return;
    event.preventDefault();
    element.click();
  });
}

interface Told { words?: string; earliest?: string | null; latest?: string | null; fault?: string }

function explainDate(root: Document): void {
  const input = root.querySelector<HTMLInputElement>("[data-date]");
  const output = root.querySelector<HTMLOutputElement>("#date-told");
  if (!input || !output) return;
  let asked = 0;
  input.addEventListener("input", () => {
    const mine = ++asked;
    void fetch(`/date?edtf=${encodeURIComponent(input.value)}`)
      .then((answer) => answer.json() as Promise<Told>)
      .then((told) => {
        if (mine !== asked) return;
        input.setAttribute("aria-invalid", String(told.fault !== undefined));
        const bounds = told.earliest || told.latest ? `: not before ${told.earliest ?? "…"}, not after ${told.latest ?? "…"}` : "";
        output.textContent = told.fault ?? `${told.words ?? ""}${bounds}`;
      });
  });
}

// Offsets are code points, as everywhere in Vitascope; the browser counts in UTF-16.
const points = (text: string): number => Array.from(text).length;

function selectWords(root: Document): void {
  const sentence = root.getElementById("sentence");
  const start = root.querySelector<HTMLInputElement>(".correcting input[name=start]");
  const end = root.querySelector<HTMLInputElement>(".correcting input[name=end]");
  if (!sentence || !start || !end) return;
  const base = Number(sentence.dataset["start"]);
  root.addEventListener("selectionchange", () => {
    const selection = root.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!sentence.contains(range.startContainer) || !sentence.contains(range.endContainer)) return;
    if (!root.querySelector<HTMLDetailsElement>("#correct")?.open) return;
    const before = root.createRange();
    before.selectNodeContents(sentence);
    before.setEnd(range.startContainer, range.startOffset);
    start.value = String(base + points(before.toString()));
    end.value = String(base + points(before.toString()) + points(range.toString()));
  });
}

