// What the tables of a tab share: boxes to tick, the links to take a table away, and the state of a tab in the address.
const find = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 960px)");
const TABLES = ["compare", "targets"];

Object.assign(eduplan, {
  // An answer of the server, in the page's language.
  get: async (path, query, signal) => {
    const full = new URLSearchParams(query);
    full.set("language", eduplan.language());
    const answer = await fetch(`${path}?${full}`, { signal });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  },
  // The boxes are drawn anew with every answer; the one that has the focus keeps it, and what is unfolded stays so.
  drawBoxes: (name, html) => {
    const form = find(`${name}-boxes`);
    const focused = form.contains(document.activeElement) ? document.activeElement : null;
    const open = new Set([...form.querySelectorAll("details[open]")].map((one) => one.parentElement.querySelector("input").name));
    form.innerHTML = html;
    for (const details of form.querySelectorAll("details")) {
      const kind = details.querySelector("input").name;
      details.open = open.has(kind) || Boolean(details.querySelector("input:checked"));
    }
    if (focused?.name) form.querySelector(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
    const ticked = form.querySelectorAll("input:checked").length;
    find(`${name}-narrow`).hidden = !form.childElementCount;
    find(`${name}-narrow`).querySelector(".ticked").textContent = ticked ? ` (${ticked})` : "";
    find(`${name}-clear`).hidden = !ticked;
  },
  ticked: (name) => [...document.querySelectorAll(`#${name}-boxes input:checked`)].map((box) => [box.name, box.value]),
  drawTake: (name, query, count) => {
    const take = find(`${name}-take`);
    take.hidden = !count;
    const full = new URLSearchParams(query);
    full.set("language", eduplan.language());
    for (const link of take.children) link.href = `/${name}/export.${link.dataset.kind}?${full}`;
  },
  // Runs `arrive` when the tab is there, and whenever the address leads to it.
  onArrival: (name, arrive) => {
    const come = () => {
      if (find(name) && eduplan.tab() === name) arrive();
    };
    document.addEventListener("eduplan:ready", (event) => {
      if (!event.target.querySelector?.(`#${name}`)) return;
      unfold();
      come();
    });
    document.addEventListener("eduplan:address", come);
    come();
  },
});

const unfold = () => {
  for (const details of document.querySelectorAll(".tables :is(.narrow, .chart, .years)")) details.open = wide.matches;
};
wide.addEventListener("change", unfold);
unfold();

document.addEventListener("submit", (event) => {
  if (event.target.closest?.(".tables")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const name = TABLES.find((one) => event.target.id === `${one}-clear`);
  if (!name) return;
  for (const box of document.querySelectorAll(`#${name}-boxes input:checked`)) box.checked = false;
  find(`${name}-boxes`).dispatchEvent(new Event("change", { bubbles: true }));
  find(`${name}-boxes`).querySelector("input")?.focus();
});
