// The talks of this browser, kept in its own storage: each under a name of its own, listed, opened again and deleted.
const PREFIX = "eduplan.talk.";
const CURRENT = "eduplan.current"; // of this browser tab, which opens it again after a reload or in another language
const MOST = 50; // talks; the oldest go first
const said = () => JSON.parse(document.querySelector("#script-words")?.dataset.words ?? "{}");
const tell = (name, more = {}) => document.dispatchEvent(new CustomEvent("eduplan:do", { detail: { name, ...more } }));
const say = (text) => document.dispatchEvent(new CustomEvent("eduplan:said", { detail: JSON.stringify({ text }) }));

// Storage may be switched off, full, or hold what someone else wrote: none of it breaks the page.
const attempt = (action) => {
  try {
    return action() ?? null;
  } catch {
    return null;
  }
};
const names = () => attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) ?? [];
const read = (name) => {
  const talk = attempt(() => JSON.parse(localStorage.getItem(name)));
  return talk && Array.isArray(talk.turns) ? talk : null;
};
const age = (name) => Date.parse(read(name)?.at) || 0;
const oldestFirst = () => names().sort((one, other) => age(one) - age(other));
const forget = (name) => attempt(() => localStorage.removeItem(name));

const write = (name, talk) => {
  const text = JSON.stringify(talk);
  for (const old of oldestFirst().slice(0, -MOST)) forget(old);
  for (;;) {
    const done = attempt(() => (localStorage.setItem(name, text), true));
    if (done) return true;
    const oldest = oldestFirst().find((one) => one !== name);
    if (!oldest) return false;
    forget(oldest);
  }
};

document.addEventListener("eduplan:keep", ({ detail }) => {
  const { name, place, turn } = JSON.parse(detail);
  const talk = read(PREFIX + name) ?? { name, turns: [] };
  talk.turns = [...talk.turns.slice(0, place), turn];
  talk.at = new Date().toISOString();
  if (write(PREFIX + name, talk)) attempt(() => sessionStorage.setItem(CURRENT, name));
  else say(said().full);
});

const reopen = (name) => {
  const kept = read(name);
  if (!kept) return say(said().unread);
  const talk = JSON.stringify({ name: String(kept.name), turns: kept.turns });
  attempt(() => sessionStorage.setItem(CURRENT, kept.name));
  tell("reopen", { talk });
};

// The list; whatever the storage holds is text.
const button = (text, action, className) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
};

const row = (name) => {
  const talk = read(name);
  const title = String(talk?.turns[0]?.question ?? name).slice(0, 80);
  const line = document.createElement("li");
  const when = document.createElement("small");
  const date = new Date(talk?.at ?? NaN);
  const count = said().questions.replace("{count}", talk?.turns.length ?? 0);
  when.textContent = `${Number.isNaN(+date) ? "" : date.toLocaleString(document.documentElement.lang)} ${count}`.trim();
  const opens = () => {
    document.querySelector("#talks").close();
    reopen(name);
  };
  const removes = () => {
    forget(name);
    list();
    document.querySelector("#talks .close").focus();
  };
  const remove = button(said().remove, removes, "quiet");
  remove.setAttribute("aria-label", `${said().remove} ${title}`);
  line.append(button(title, opens, "talk-title"), when, remove);
  return line;
};

const list = () => {
  const rows = oldestFirst().reverse().map(row);
  const place = document.querySelector("#talks .talk-list");
  if (rows.length) place.replaceChildren(...rows);
  else place.textContent = said().none;
  document.querySelector("#talks [data-forget-all]").hidden = !rows.length;
};

document.addEventListener("eduplan:list", () => {
  list();
  document.querySelector("#talks").showModal();
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-forget-all]")) {
    names().forEach(forget);
    list();
  }
});
document.addEventListener("eduplan:do", ({ detail }) => {
  if (detail.name === "renew") attempt(() => sessionStorage.removeItem(CURRENT));
});

const takeUp = () => {
  const current = attempt(() => sessionStorage.getItem(CURRENT));
  if (current && read(PREFIX + current)) reopen(PREFIX + current);
};
if (document.body.dataset.bell) takeUp();
else document.addEventListener("eduplan:ready", takeUp, { once: true });
