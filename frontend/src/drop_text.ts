// A file that is dropped on the box is read as if it had been chosen.

export function dropText(root: Document): void {
  const box = root.querySelector<HTMLDetailsElement>(".paste");
  const file = box?.querySelector<HTMLInputElement>("input[type=file]");
  const form = box?.querySelector<HTMLFormElement>("form");
  if (!box || !file || !form) return;
  for (const kind of ["dragenter", "dragover"]) {
    root.addEventListener(kind, (event) => {
      event.preventDefault();
      box.classList.add("over");
    });
  }
  root.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) box.classList.remove("over");
  });
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    file.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
