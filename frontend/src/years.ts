// What a drawing of claims shares with another: the slider of years, and the list of the claims that are chosen.

export interface Tie { claim: string; words: string; family: string; date: string; start: number | null; end: number | null; mark: string; plain: boolean }

export function slide(ties: Tie[], filter: (test: (tie: Tie) => boolean) => void): void {
  const form = document.getElementById("years") as HTMLFormElement;
  const input = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;
  const years = ties.flatMap((tie) => [tie.start, tie.end]).filter((year): year is number => year !== null);
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))];
  for (const [id, value] of [["from", first], ["to", last]] as const) {
    if (years.length === 0) break;
    Object.assign(input(id), { min: String(first), max: String(last), step: "1" });
    input(id).value = String(value);
  }
  form.hidden = false;
  const apply = (): void => {
    const [from, to] = [Number(input("from").value), Number(input("to").value)];
    for (const [id, year] of [["from-year", from], ["to-year", to]] as const) (document.getElementById(id) as HTMLOutputElement).value = year <= 0 ? `${1 - year} BC` : String(year);
    filter((tie) => {
      if (input("plain").checked && !tie.plain) return false;
      if (tie.start === null && tie.end === null) return input("undated").checked;
      return (tie.end ?? Infinity) >= from && (tie.start ?? -Infinity) <= to + 1;
    });
  };
  form.addEventListener("input", apply);
  apply();
}

export function tell(title: string, ties: Tie[]): void {
  const aside = document.getElementById("ties") as HTMLElement;
  const heading = document.createElement("h2");
  heading.textContent = title;
  const list = document.createElement("ol");
  list.className = "rows";
  for (const tie of ties) {
    const item = document.createElement("li");
    item.className = `claim ${tie.family}`;
    const link = document.createElement("a");
    link.href = `/claims/${encodeURIComponent(tie.claim)}`;
    link.textContent = [tie.date, tie.words].filter(Boolean).join(" · ");
    item.append(link);
    if (tie.mark) {
      const mark = document.createElement("span");
      mark.className = "mark";
      mark.textContent = tie.mark;
      link.append(" ", mark);
    }
    list.append(item);
  }
  if (ties.length === 0) list.append("Nothing within these years.");
  aside.replaceChildren(heading, list);
}
