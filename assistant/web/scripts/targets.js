// The targets tab: filtered, sorted and paged by the server as one types and ticks; its state is in the address.
const TYPING = 150; // milliseconds without a key before the words are looked up
const find = (id) => document.getElementById(id);
let asked = 0;
let abort = new AbortController();
let waiting = 0;
let answered = null; // the query whose answer is shown
let order = {}; // the column that is sorted by, and whether it is turned around

const by = () => document.querySelector('#targets [name="targets-by"]:checked')?.value ?? "topic";

// What is asked, as the server names it. In the address a plan that is chosen is named `in`: `plan` is the one that is read.
const wish = (page = 1) => {
  const query = new URLSearchParams();
  const words = find("targets-words").value.trim();
  if (words) query.set("q", words);
  for (const [name, value] of eduplan.ticked("targets")) query.append(name, value);
  if (order.sort) query.set("sort", order.sort);
  if (order.turned) query.set("turned", "1");
  if (by() !== "topic") query.set("by", by());
  if (page > 1) query.set("at", page); // `page` is a word of gradio's own
  return query;
};

const renamed = (query, from, to) => new URLSearchParams([...query].map(([name, value]) => [name === from ? to : name, value]));

const fromAddress = () => {
  const query = eduplan.query();
  query.delete("tab");
  query.delete("language");
  return renamed(query, "in", "plan");
};

const draw = (found, query) => {
  const table = find("targets-table");
  const sorted = table.contains(document.activeElement) && document.activeElement.dataset.sort;
  find("targets-summary").textContent = found.summary;
  table.innerHTML = found.table ?? "";
  find("targets-pager").innerHTML = found.pager ?? "";
  find("targets-chart").hidden = !found.chart;
  find("targets-bars").innerHTML = found.chart ?? "";
  find("targets-years").hidden = !found.series;
  find("targets-series").innerHTML = found.series ?? "";
  find("targets-years").querySelector("summary span").textContent = ` (${find("targets-series").querySelectorAll("li").length})`;
  eduplan.drawBoxes("targets", found.boxes ?? "");
  eduplan.drawTake("targets", query, found.count);
  if (sorted) table.querySelector(`[data-sort="${sorted}"]`)?.focus({ preventScroll: true });
};

const list = async (query, { note = true } = {}) => {
  const turn = ++asked;
  clearTimeout(waiting);
  abort.abort();
  abort = new AbortController();
  answered = query.toString();
  if (note && eduplan.tab() === "targets") eduplan.note(new URLSearchParams([["tab", "targets"], ...renamed(query, "plan", "in")]));
  const pane = find("targets");
  pane.setAttribute("aria-busy", "true");
  try {
    const found = await eduplan.get("/targets", query, abort.signal);
    if (turn === asked) draw(found, query);
  } catch (error) {
    if (error.name === "AbortError" || turn !== asked) return;
    answered = null;
    find("targets-summary").textContent = eduplan.said(pane).failed;
  } finally {
    if (turn === asked) pane.removeAttribute("aria-busy");
  }
};

const turnTo = async (page) => {
  await list(wish(page));
  const table = find("targets-table");
  table.focus({ preventScroll: true });
  table.scrollIntoView({ block: "start" });
};

document.addEventListener("input", (event) => {
  if (event.target.id !== "targets-words" || event.isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => list(wish()), TYPING);
});
document.addEventListener("compositionend", (event) => {
  if (event.target.id === "targets-words") list(wish());
});
document.addEventListener("change", (event) => {
  if (event.target.closest?.("#targets-boxes") || event.target.name === "targets-by") list(wish());
});
document.addEventListener("submit", (event) => {
  if (event.target.closest?.("#targets .tables-bar")) list(wish());
});
document.addEventListener("click", (event) => {
  const at = (selector) => event.target.closest?.(`#targets ${selector}`);
  const head = at("[data-sort]");
  const page = at("[data-page]");
  if (head) {
    order = { sort: head.dataset.sort, turned: head.dataset.turned };
    list(wish());
  } else if (page) turnTo(Number(page.dataset.page));
});

eduplan.onArrival("targets", () => {
  const query = fromAddress();
  if (query.toString() === answered) return;
  find("targets-words").value = query.get("q") ?? "";
  order = query.get("sort") ? { sort: query.get("sort"), turned: query.get("turned") } : {};
  const radio = document.querySelector(`#targets [name="targets-by"][value="${CSS.escape(query.get("by") ?? "topic")}"]`);
  if (radio) radio.checked = true;
  list(query, { note: false });
});
