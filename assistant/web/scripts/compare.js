// The compare tab: topics and plans in the address, the table from the server; an older answer never replaces a newer one.
const find = (id) => document.getElementById(id);
const SEPARATOR = /[；;\n]+/;
let asked = 0;
let abort = new AbortController();
let answered = null; // the query whose answer is shown

const topics = () => find("compare-topics").value.split(SEPARATOR).map((topic) => topic.trim()).filter(Boolean);

// What is asked, as the server and the address name it.
const wish = () => {
  const query = new URLSearchParams();
  const plans = [];
  if (topics().length) query.set("topics", topics().join("；"));
  for (const [name, value] of eduplan.ticked("compare")) {
    if (name === "plans") plans.push(value);
    else query.append(name, value);
  }
  if (plans.length) query.set("plans", plans.join(","));
  return query;
};

const fromAddress = () => {
  const query = eduplan.query();
  query.delete("tab");
  query.delete("language");
  return query;
};

const press = () => {
  const held = new Set(topics());
  for (const button of document.querySelectorAll("#compare [data-topic]")) {
    button.setAttribute("aria-pressed", String(held.has(button.dataset.topic)));
  }
};

// Drawn anew, the one that was chosen keeps the focus.
const drawSuggested = (html) => {
  const place = find("compare-suggested");
  const topic = place.contains(document.activeElement) ? document.activeElement.dataset.topic : "";
  place.innerHTML = html;
  if (topic) place.querySelector(`[data-topic="${CSS.escape(topic)}"]`)?.focus({ preventScroll: true });
};

const compare = async (query, { note = true } = {}) => {
  const turn = ++asked;
  abort.abort();
  abort = new AbortController();
  answered = query.toString();
  if (note && eduplan.tab() === "compare") eduplan.note(new URLSearchParams([["tab", "compare"], ...query]));
  const pane = find("compare");
  const said = eduplan.said(pane);
  const summary = find("compare-summary");
  if (query.get("topics")) summary.textContent = said.busy;
  pane.setAttribute("aria-busy", "true");
  try {
    const found = await eduplan.get("/compare", query, abort.signal);
    if (turn !== asked) return;
    summary.textContent = found.summary;
    find("compare-notice").textContent = found.notice;
    find("compare-table").innerHTML = found.table;
    drawSuggested(found.suggestions);
    eduplan.drawBoxes("compare", found.boxes);
    eduplan.drawTake("compare", query, found.table);
    press();
  } catch (error) {
    if (error.name === "AbortError" || turn !== asked) return;
    answered = null;
    summary.textContent = "";
    find("compare-notice").textContent = said.failed;
  } finally {
    if (turn === asked) pane.removeAttribute("aria-busy");
  }
};

const add = (topic) => {
  const held = topics();
  const left = held.filter((one) => one !== topic);
  find("compare-topics").value = (left.length < held.length ? left : [...held, topic]).join("；");
  compare(wish());
  press();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#compare [data-topic]");
  if (button) add(button.dataset.topic);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches?.(".compare-bar")) compare(wish());
});
document.addEventListener("change", (event) => {
  if (event.target.closest?.("#compare-boxes")) compare(wish());
});
document.addEventListener("input", (event) => {
  if (event.target.id === "compare-topics") press();
});
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "compare-topics" || event.isComposing || event.key !== "Enter") return;
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  compare(wish());
});

eduplan.onArrival("compare", () => {
  const query = fromAddress();
  if (query.toString() === answered) return;
  find("compare-topics").value = query.get("topics") ?? "";
  compare(query, { note: false });
});
