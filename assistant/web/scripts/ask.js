// The Ask tab: marks open their source (on a phone over the page), buttons tell the server what was chosen, and a new
// question stays at the top of the talk while its answer grows below it. Run once, when the page is there.
const phone = matchMedia("(max-width: 959px)");
const find = (selector) => document.querySelector(selector);
const said = () => JSON.parse(find("#script-words")?.dataset.words ?? "{}");
const tell = (name, more = {}) => document.dispatchEvent(new CustomEvent("eduplan:do", { detail: { name, ...more } }));
const announce = (text) => {
  const heard = find("#heard");
  if (heard) heard.textContent = text;
};
const showDialog = (dialog) => {
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
};

// Sources ----------------------------------------------------------------------------------------------------------
const bringIntoView = (card) => {
  const words = card.querySelector("mark") ?? card.querySelector(".cited");
  const pane = card.closest("#reading");
  const below = words.getBoundingClientRect().bottom - pane.getBoundingClientRect().bottom;
  if (below > 0 && pane.scrollHeight > pane.clientHeight) pane.scrollTop += below + 80;
};

const openBeside = (card) => {
  const shown = card.closest(".sources");
  for (const section of document.querySelectorAll(".sources")) section.hidden = section !== shown;
  card.open = true;
  card.querySelector("summary").focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
  bringIntoView(card);
};

const openOver = (card) => {
  const sheet = find("#sheet");
  const body = sheet.querySelector(".sheet-body");
  const name = [...card.querySelectorAll("summary > :not(.quote)")].map((part) => part.cloneNode(true));
  find("#sheet-title").replaceChildren(...name);
  body.replaceChildren(card.querySelector(".extract").cloneNode(true));
  showDialog(sheet);
  body.querySelector("mark")?.scrollIntoView({ block: "center" });
};

// A card that opens by itself moves only its column.
document.addEventListener(
  "toggle",
  ({ target: card }) => {
    if (card.open && card.matches?.(".card")) bringIntoView(card);
  },
  true,
);

// Copying: a page that is not served by https has no clipboard of its own, so the text is selected and copied -----------
const copy = async (text, button) => {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    (find("dialog[open]") ?? document.body).append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const { copied, notCopied } = said();
  announce(done ? copied : notCopied);
  button.dataset.label ??= button.textContent;
  button.textContent = done ? copied : notCopied;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => (button.textContent = button.dataset.label), 2000);
};

// Choosing ---------------------------------------------------------------------------------------------------------
const rating = { turn: 0, kind: "" };
const actions = {
  choose: (button) => {
    const asking = find("#asking");
    const opens = asking.dataset.choosing !== "yes";
    asking.dataset.choosing = opens ? "yes" : "no";
    button.setAttribute("aria-expanded", String(opens));
  },
  talks: () => document.dispatchEvent(new Event("eduplan:list")),
  export: () => showDialog(find("#export")),
};

const chosen = (target) => {
  const hit = (selector) => target.closest?.(selector);
  let button;
  if ((button = hit('a[href^="#cite-"]'))) {
    const card = document.getElementById(button.getAttribute("href").slice(1));
    if (card) (phone.matches ? openOver : openBeside)(card);
  } else if ((button = hit("[data-close]"))) button.closest("dialog").close();
  else if ((button = hit("[data-copy]"))) copy(button.dataset.copy, button);
  else if ((button = hit("[data-copy-address]"))) copy(location.origin + button.dataset.copyAddress, button);
  else if ((button = hit("[data-copy-answer]"))) copy(find(`#turn-${button.dataset.copyAnswer} .answer`).innerText, button);
  else if ((button = hit("[data-ask]"))) tell("ask", { text: button.dataset.ask });
  else if ((button = hit("[data-rate]"))) {
    Object.assign(rating, { turn: Number(button.dataset.turn), kind: button.dataset.rate });
    find("#rating").dataset.kind = rating.kind;
    find("#rating form").reset();
    showDialog(find("#rating"));
  } else if ((button = hit("[data-send-rating]"))) {
    const form = button.closest("form");
    const reason = [form.reason.value, form.querySelector("textarea").value.trim()].filter(Boolean).join("：");
    tell("rate", { ...rating, reason });
    form.closest("dialog").close();
  } else if ((button = hit("[data-take]"))) {
    tell("take", { kind: button.dataset.take });
    button.closest("dialog").close();
  } else if ((button = hit("button[data-do]"))) {
    const { do: name, key } = button.dataset;
    if (actions[name]) actions[name](button);
    else tell(name, { key });
  } else return false;
  return true;
};

document.addEventListener("click", (event) => {
  if (event.target.matches?.("dialog.over")) event.target.close(); // beside the sheet
  else if (event.target.closest?.("dialog.over a[data-item]")) event.target.closest("dialog").close();
  else if (chosen(event.target) && event.target.closest("a")) event.preventDefault();
});

// What the server says ------------------------------------------------------------------------------------------------
document.addEventListener("eduplan:said", ({ detail }) => {
  const { text, turn, kind } = JSON.parse(detail);
  announce(text);
  const notice = find("#notice");
  notice.textContent = text;
  notice.classList.add("shown");
  setTimeout(() => notice.classList.remove("shown"), 4000);
  for (const button of document.querySelectorAll(`#turn-${Number(turn)} [data-rate]`)) {
    button.setAttribute("aria-pressed", String(button.dataset.rate === kind));
  }
});

document.addEventListener("eduplan:file", ({ detail }) => {
  const { file, kind, data } = JSON.parse(detail);
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});

// The talk stays where the reader is ------------------------------------------------------------------------------------
let asked = "";
let wasBusy = false;
let isOver = true; // whether the server takes the next question, which is a little later than the last words
let follows = true; // until the reader scrolls
const drawn = () => {
  const turns = document.querySelectorAll("#chat .turn");
  const last = turns[turns.length - 1];
  const isBusy = Boolean(last?.matches("[aria-busy]"));
  const name = last?.dataset.name ?? "";
  for (const section of document.querySelectorAll(".follow")) section.hidden = isBusy || section.dataset.for !== name;
  if (wasBusy && !isBusy) announce(said().answered);
  if (name !== asked) follows = isBusy;
  if (isBusy && !wasBusy) isOver = false;
  [asked, wasBusy] = [name, isBusy];
  find("#send").disabled = isBusy || !isOver;
  if (!last || !follows) return;
  const pane = phone.matches ? document.scrollingElement : find("#talk");
  const top = phone.matches ? 0 : find("#talk-tools").getBoundingClientRect().bottom;
  pane.scrollTop += last.getBoundingClientRect().top - top;
};
new MutationObserver((changes) => {
  if (changes.some(({ target }) => (target.closest ? target : target.parentElement)?.closest("#chat, #follow"))) drawn();
}).observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["data-name", "aria-busy", "data-for"] });

document.addEventListener("eduplan:over", () => {
  isOver = true;
  find("#send").disabled = wasBusy;
});

for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  const stopFollowing = (event) => {
    if (event.target.closest?.("#talk") || phone.matches) follows = false;
  };
  document.addEventListener(kind, stopFollowing, { capture: true, passive: true });
}
