// The search tab: asks the server as one types, and never lets an older answer take the place of a newer one.
const TYPING = 120; // milliseconds without a key before the words are looked up
const NEAR = 260; // and before what is near in meaning is
const KINDS = ["plan", "region", "year", "topic"];
const wide = matchMedia("(min-width: 960px)");
const hovers = matchMedia("(hover: hover)"); // elsewhere the focus would call up a keyboard over the page
const find = (id) => document.getElementById(id);
let asked = 0; // counts what was asked; an answer to anything but the last is dropped
let abort = new AbortController();
let waiting = 0;
let shown = 0; // how many of the items that hold the words
let answered = ""; // the address whose answer is shown
let opened = null; // the link that led to the reading view

// What is searched for, as the server and the address name it.
const wish = () => {
  const query = new URLSearchParams();
  query.set("q", find("search-words").value.trim());
  const sort = find("search-order").value;
  if (sort !== "relevance") query.set("sort", sort);
  for (const box of document.querySelectorAll("#search-facets input:checked")) query.append(box.name, box.value);
  return query;
};

// In the address a plan that is chosen is named `in`: `plan` is the one that is read.
const toAddress = (query) => {
  const address = new URLSearchParams({ tab: "search" });
  for (const [name, value] of query) if (value || name !== "q") address.append(name === "plan" ? "in" : name, value);
  return address;
};

const fromAddress = (address) => {
  const query = new URLSearchParams({ q: address.get("q") ?? "" });
  if (address.get("sort")) query.set("sort", address.get("sort"));
  for (const kind of KINDS) for (const value of address.getAll(kind === "plan" ? "in" : kind)) query.append(kind, value);
  return query;
};

const get = async (path, query) => {
  const full = new URLSearchParams(query);
  full.set("language", eduplan.language());
  const answer = await fetch(`${path}?${full}`, { signal: abort.signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

// The facets are drawn anew with every answer; the box that has the focus keeps it, and what is unfolded stays so.
const drawFacets = (html) => {
  const form = find("search-facets");
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const open = [...form.querySelectorAll("fieldset")].map((set) => set.querySelector("details")?.open);
  form.innerHTML = html;
  form.querySelectorAll("fieldset").forEach((set, at) => {
    const details = set.querySelector("details");
    if (details) details.open = Boolean(open[at]) || Boolean(details.querySelector("input:checked"));
  });
  if (focused) form.querySelector(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
  const chosen = form.querySelectorAll("input:checked").length;
  find("search-chosen").textContent = chosen ? ` (${chosen})` : "";
  find("search-clear").hidden = !chosen;
  find("search-narrow").hidden = !form.childElementCount;
};

const clear = async (turn) => {
  for (const id of ["search-hits", "search-near"]) find(id).replaceChildren();
  drawFacets("");
  find("search-take").hidden = true;
  const { summary } = await get("/find/ready", "");
  if (turn === asked) find("search-summary").textContent = summary;
};

const drawTakeAway = (query, count) => {
  const take = find("search-take");
  take.hidden = !count;
  query.set("language", eduplan.language());
  for (const link of take.children) link.href = `/find/export.${link.dataset.kind}?${query}`;
};

const pause = (time) => new Promise((done) => setTimeout(done, time));

const search = async (query, { note = true } = {}) => {
  const turn = ++asked;
  clearTimeout(waiting);
  abort.abort();
  abort = new AbortController();
  if (note && eduplan.tab() === "search") eduplan.note(toAddress(query));
  answered = toAddress(query).toString();
  const pane = find("search");
  try {
    if (!query.get("q")) return await clear(turn);
    pane.setAttribute("aria-busy", "true");
    if (shown) query.set("show", shown);
    const found = await get("/find", query);
    query.delete("show");
    if (turn !== asked) return;
    find("search-summary").textContent = found.summary;
    drawFacets(found.facets);
    find("search-hits").innerHTML = found.hits;
    drawTakeAway(query, found.count);
    if (found.count > 0 && shown === 0) find("search-near").replaceChildren();
    await pause(found.count ? NEAR : 0);
    if (turn !== asked) return;
    const { near } = await get("/find/near", query);
    if (turn !== asked) return;
    find("search-near").innerHTML = near;
    if (near) find("search-take").hidden = false;
  } catch (error) {
    if (error.name !== "AbortError" && turn === asked) find("search-summary").textContent = eduplan.said(pane).failed;
  } finally {
    if (turn === asked) pane.removeAttribute("aria-busy");
  }
};

const begin = () => {
  shown = 0;
  search(wish());
};

const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(begin, TYPING);
};

// What the address names, when one comes to it by a link, by Back or by reloading.
const follow = () => {
  if (!find("search") || eduplan.tab() !== "search") return;
  const query = fromAddress(eduplan.query());
  if (toAddress(query).toString() !== answered) {
    find("search-words").value = query.get("q");
    find("search-order").value = query.get("sort") ?? "relevance";
    shown = 0;
    search(query, { note: false });
  }
  const back = opened?.isConnected ? opened : find("search-words");
  opened = null;
  if (back !== find("search-words") || hovers.matches) whenShown(back, () => back.focus());
};

// Gradio shows the tab a moment after it was chosen.
const whenShown = (element, then, tries = 20) => {
  if (element.checkVisibility()) then();
  else if (tries) requestAnimationFrame(() => whenShown(element, then, tries - 1));
};

const links = () => [...document.querySelectorAll("#search .hit-link")];

const step = (event) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || (at < 0 && event.key !== "ArrowDown") || to >= all.length) return;
  event.preventDefault();
  (all[to] ?? find("search-words")).focus();
  document.activeElement.scrollIntoView({ block: "nearest" });
};

const isTyping = (element) => element?.matches?.("input, textarea, select, [contenteditable=true]");

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey) return;
  const calls = event.key === "/" ? !isTyping(event.target) : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  if (calls) {
    event.preventDefault();
    if (eduplan.tab() !== "search") eduplan.go(new URLSearchParams(answered || "tab=search"));
    opened = null;
    if (find("search-words")) whenShown(find("search-words"), () => find("search-words").select());
    return;
  }
  const box = find("search-words");
  if (!box || !find("search").contains(event.target)) return;
  const inHits = event.target.matches(".hit-link");
  if (inHits || event.target === box) {
    if (event.key === "Escape" && inHits) box.select();
    else if (event.target === box && ["Home", "End"].includes(event.key)) return;
    else step(event);
  }
});

document.addEventListener("input", (event) => {
  if (event.target.id === "search-words" && !event.isComposing) soon();
});
document.addEventListener("compositionend", (event) => {
  if (event.target.id === "search-words") soon();
});
document.addEventListener("change", (event) => {
  if (event.target.id === "search-order" || event.target.closest?.("#search-facets")) begin();
});
document.addEventListener("submit", (event) => {
  if (!event.target.closest?.("#search")) return;
  event.preventDefault();
  if (event.target.matches(".search-bar")) begin();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#search [data-show]");
  if (button) {
    const from = links().length;
    shown = Number(button.dataset.show);
    search(wish()).then(() => {});
    const watch = new MutationObserver(() => {
      watch.disconnect();
      links()[from]?.focus({ preventScroll: true });
    });
    watch.observe(find("search-hits"), { childList: true });
  }
  if (event.target.id === "search-clear") {
    for (const box of document.querySelectorAll("#search-facets input:checked")) box.checked = false;
    begin();
    find("search-words").focus();
  }
  const link = event.target.closest?.("#search .hit-link");
  if (link) opened = link;
}, true);

const unfold = () => {
  if (find("search-narrow")) find("search-narrow").open = wide.matches;
};
wide.addEventListener("change", unfold);

const arrive = () => {
  unfold();
  follow();
  if (!answered) search(new URLSearchParams({ q: "" }), { note: false });
};
document.addEventListener("eduplan:ready", (event) => {
  if (event.target.querySelector?.("#search")) arrive();
});
document.addEventListener("eduplan:address", follow);
if (find("search")) arrive();
