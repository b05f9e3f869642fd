// The plans tab: the list, a plan to be read with its outline and its own search, and two plans side by side.
const TYPING = 150; // milliseconds without a key before what is typed is looked up
const find = (id) => document.getElementById(id);
const pane = () => find("plans");
let shown = ""; // the address of what is read
let turn = 0; // counts what was asked; an answer to anything but the last is dropped
let waiting = 0;
let listed = { sort: "year", turned: false };
let marks = [];
let current = -1;
let looking = 0;
let spy = null;
let reading = 0; // the first block in view
const wide = matchMedia("(min-width: 960px)");
const pageTitle = document.title;

const get = async (path, query = {}) => {
  const full = new URLSearchParams(query);
  full.set("language", eduplan.language());
  const answer = await fetch(`${path}?${full}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const tell = (text) => {
  const toast = find("plans-toast");
  toast.textContent = text;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast.replaceChildren(), 4000);
};

const failed = () => tell(eduplan.said(pane()).failed);

// The list ------------------------------------------------------------------------------------------------------------
const list = async () => {
  const now = ++turn;
  find("plans-reader").hidden = true;
  find("plans-list").hidden = false;
  document.title = pageTitle;
  try {
    const { html, summary } = await get("/plans", { ...listed, holds: find("plans-filter").value });
    if (now !== turn) return;
    const focused = find("plans-table").contains(document.activeElement) && document.activeElement.dataset.sort;
    find("plans-table").innerHTML = html;
    find("plans-summary").textContent = summary;
    if (focused) document.querySelector(`#plans-table [data-sort="${focused}"]`)?.focus();
  } catch {
    failed();
  }
};

// Marks ---------------------------------------------------------------------------------------------------------------
const unmark = () => {
  for (const mark of marks.flat()) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  marks = [];
  current = -1;
};

// Marks stretches of an element's text, from and to places counted in it; gives for each its <mark> elements.
const markIn = (element, spans) => {
  const texts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), at = 0; node; node = walker.nextNode()) {
    texts.push({ node, at });
    at += node.length;
  }
  const made = spans.map(() => []);
  for (const { node, at } of texts.reverse()) {
    for (let i = spans.length - 1; i >= 0; i--) {
      const from = Math.max(spans[i][0] - at, 0);
      const to = Math.min(spans[i][1] - at, node.length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement("mark");
      range.surroundContents(mark);
      made[i].unshift(mark);
    }
  }
  return made;
};

const mark = (places) => {
  unmark();
  const byBlock = new Map();
  for (const [block, start, end] of places) byBlock.set(block, [...(byBlock.get(block) ?? []), [start, end]]);
  for (const [block, spans] of byBlock) {
    const text = find(`block-${block}`)?.querySelector(".text");
    if (text) marks.push(...markIn(text, spans));
  }
};

// Reading -------------------------------------------------------------------------------------------------------------
const reader = () => document.querySelector("#plans .reader");

const aim = (block, { focus = true } = {}) => {
  for (const old of document.querySelectorAll("#plans .is-aimed")) old.classList.remove("is-aimed");
  block.classList.add("is-aimed");
  block.scrollIntoView({ block: "start" });
  if (focus) block.focus({ preventScroll: true });
};

const follow = (query) => {
  const ref = query.get("item");
  const words = query.get("mark");
  unmark();
  if (!ref) {
    if (words) look(words);
    return;
  }
  const block = reader().querySelector(`[data-ref="${CSS.escape(ref)}"]`);
  if (!block) return tell(`${eduplan.said(pane()).no_item} (${ref})`);
  aim(block);
  if (words) look(words, ref);
};

// Looks words up in the plan, or in one item of it; the server does it, which knows both scripts.
const look = async (words, ref = "") => {
  const now = ++looking;
  const plan = reader()?.dataset.plan;
  if (!plan) return;
  try {
    const places = words.trim() ? await get(`/plans/${plan}/find`, { words, item: ref }) : [];
    if (now !== looking) return;
    mark(places);
    if (ref) return marks[0]?.[0]?.scrollIntoView({ block: "nearest" });
    go(Math.max(0, marks.findIndex(([first]) => Number(first.closest("[id]").id.split("-")[1]) >= reading)));
  } catch {
    failed();
  }
};

const go = (to) => {
  for (const one of marks[current] ?? []) one.classList.remove("is-current");
  current = marks.length ? (to + marks.length) % marks.length : -1;
  const words = find("reader-words").value.trim();
  find("reader-count").textContent = marks.length && words ? `${current + 1}/${marks.length}` : words ? eduplan.said(pane()).none : "";
  for (const one of marks[current] ?? []) one.classList.add("is-current");
  marks[current]?.[0].scrollIntoView({ block: "center" });
};

// On a phone the outline is folded away.
const unfold = () => {
  const outline = document.querySelector("#plans .outline");
  if (outline) outline.open = wide.matches;
};
wide.addEventListener("change", unfold);

// The outline tells where one reads.
const watch = () => {
  spy?.disconnect();
  const text = reader()?.querySelector(".reader-text");
  if (!text) return;
  reading = 0;
  const inView = new Set();
  const nav = reader().querySelector(".outline");
  const links = new Map([...nav.querySelectorAll("a[data-block]")].map((link) => [link.dataset.block, link]));
  let chosen = null;
  spy = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        const index = Number(target.id.split("-")[1]);
        if (isIntersecting) inView.add(index);
        else inView.delete(index);
      }
      if (inView.size) reading = Math.min(...inView);
      const link = links.get(String(reading));
      if (!link || link === chosen) return;
      chosen?.removeAttribute("aria-current");
      chosen = link;
      link.setAttribute("aria-current", "location");
      const { top, bottom } = link.getBoundingClientRect();
      const frame = nav.getBoundingClientRect();
      if (nav.scrollHeight > nav.clientHeight && (top < frame.top || bottom > frame.bottom)) nav.scrollTop += top - frame.top - frame.height / 3;
    },
    { root: text.scrollHeight > text.clientHeight + 1 ? text : null, rootMargin: "-48px 0px -55% 0px" },
  );
  for (const block of text.children) spy.observe(block);
};

const read = async (query) => {
  const [plan, other] = [query.get("plan"), query.get("beside")];
  const path = other ? `/plans/${encodeURIComponent(plan)}/beside/${encodeURIComponent(other)}` : `/plans/${encodeURIComponent(plan)}`;
  const now = ++turn;
  find("plans-list").hidden = true;
  find("plans-reader").hidden = false;
  if (shown !== path || !find("plans-reader").childElementCount) {
    marks = [];
    find("plans-reader").replaceChildren();
    try {
      const { html, title } = await get(path);
      if (now !== turn) return;
      find("plans-reader").innerHTML = html;
      shown = title ? path : "";
      document.title = title ? `${title} · ${pageTitle}` : pageTitle;
    } catch {
      return failed();
    }
    unfold();
    watch();
  }
  const back = document.querySelector("#plans .reader-back a");
  if (back && history.state?.from === "search") {
    back.textContent = `← ${eduplan.said(pane()).back_to_search}`;
    back.dataset.go = "back";
  }
  if (reader()) follow(query);
};

const arrive = () => {
  if (!pane() || eduplan.tab() !== "plans") return;
  const query = eduplan.query();
  if (query.get("plan")) read(query);
  else list();
};

const leave = () => (history.state?.from ? history.back() : eduplan.go(new URLSearchParams("tab=plans")));

const copy = async (text) => {
  const said = eduplan.said(pane());
  const done = await copied(text);
  tell((done ? said.copied : said.not_copied).replace("{text}", text));
};

// The clipboard is there for safe addresses only, which a page in the office's network mostly has not.
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = Object.assign(document.createElement("textarea"), { value: text });
    const focused = document.activeElement;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    focused?.focus?.({ preventScroll: true });
    return done;
  }
};

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("#plans")) return;
  const at = (selector) => event.target.closest(selector);
  const sort = at("[data-sort]");
  if (sort) {
    listed = { sort: sort.dataset.sort, turned: Boolean(sort.dataset.turned) };
    list();
  } else if (at("[data-link]")) copy(location.origin + at("[data-link]").dataset.link);
  else if (at("[data-cite]")) copy(at("[data-cite]").dataset.cite);
  else if (at("[data-step]")) go(current + Number(at("[data-step]").dataset.step));
  else if (at(".fold")) {
    const fold = at(".fold");
    fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
  } else if (at("a[data-block]")) {
    event.preventDefault();
    const block = find(`block-${at("a[data-block]").dataset.block}`);
    if (!wide.matches) unfold();
    aim(block);
    const query = new URLSearchParams({ plan: reader().dataset.plan });
    if (block.dataset.ref) query.set("item", block.dataset.ref);
    eduplan.note(query);
  } else if (at("a[data-go]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (at("a[data-go]").dataset.go) leave();
    else eduplan.go(new URL(at("a[data-go]").href).searchParams);
  }
});

document.addEventListener("input", (event) => {
  const typed = { "plans-filter": list, "reader-words": () => look(find("reader-words").value) }[event.target.id];
  if (!typed || event.isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(typed, TYPING);
});
document.addEventListener("compositionend", (event) => {
  if (["plans-filter", "reader-words"].includes(event.target.id)) event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
document.addEventListener("change", (event) => {
  if (event.target.id === "reader-beside" && event.target.value) {
    eduplan.go(new URLSearchParams({ plan: reader().dataset.plan, beside: event.target.value }));
  }
  if (event.target.name === "beside-shown") event.target.closest(".beside-view").dataset.shown = event.target.value;
});
document.addEventListener("submit", (event) => {
  if (event.target.closest?.("#plans")) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing || eduplan.tab() !== "plans" || find("plans-reader")?.hidden !== false) return;
  const box = event.target.id === "reader-words";
  if (box && event.key === "Enter") {
    event.preventDefault();
    go(current + (event.shiftKey ? -1 : 1));
  } else if (event.key === "Escape" && !event.target.matches("select")) {
    event.preventDefault();
    if (!box || !event.target.value) return leave();
    event.target.value = "";
    look("");
  }
});

document.addEventListener("eduplan:ready", (event) => {
  if (event.target.querySelector?.("#plans")) arrive();
});
document.addEventListener("eduplan:address", arrive);
if (pane()) arrive();
