// The address names what is shown: ?tab=search&q=…, ?plan=…&item=…; Back and Forward lead through what was opened.
// The scripts of the tabs write it by eduplan.go and hear of it by the event eduplan:address.
const tabOf = (query) => (query.get("plan") ? "plans" : query.get("tab") || "ask");
const last = {}; // by tab, the query that it had when it was left

const selectTab = (name) => {
  const button = document.getElementById(`tab-${name}-button`);
  if (button && button.getAttribute("aria-selected") !== "true") button.click();
};

const show = () => {
  selectTab(tabOf(eduplan.query()));
  document.dispatchEvent(new CustomEvent("eduplan:address"));
};

const write = (query, push) => {
  const text = query.toString();
  const address = location.pathname + (text ? `?${text}` : "");
  if (address === location.pathname + location.search) return;
  last[tabOf(eduplan.query())] = location.search;
  history[push ? "pushState" : "replaceState"](push ? { from: tabOf(eduplan.query()) } : history.state, "", address);
};

window.eduplan = {
  query: () => new URLSearchParams(location.search),
  tab: () => tabOf(eduplan.query()),
  // Write the address without showing anything anew: what is shown has changed already.
  note: (query) => write(query, false),
  // Go to another address; Back leads here again.
  go: (query) => {
    write(query, true);
    show();
  },
  // What stands in the page's language beside a part of it.
  said: (element) => JSON.parse(element.dataset.said),
  language: () => document.documentElement.lang,
};

window.addEventListener("popstate", show);

document.addEventListener("click", (event) => {
  const tab = event.isTrusted && event.target.closest?.('#tabs button[role="tab"], #tabs [role="menuitem"]');
  if (tab) {
    requestAnimationFrame(() => {
      const chosen = document.querySelector('#tabs button[role="tab"][aria-selected="true"]');
      const name = chosen?.id.match(/^tab-(.+)-button$/)?.[1];
      if (!name || name === eduplan.tab()) return;
      write(new URLSearchParams(last[name] ?? (name === "ask" ? "" : `tab=${name}`)), true);
      document.dispatchEvent(new CustomEvent("eduplan:address"));
    });
  }
  // The page in another language shows the same.
  const language = event.target.closest?.(".languages a");
  if (language) {
    const query = eduplan.query();
    query.set("language", language.hreflang);
    language.search = query;
  }
});

// What opens an item anywhere on the page (the same link that the opener tells of).
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-item]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  eduplan.go(new URL(link.href).searchParams);
});

if (location.search) requestAnimationFrame(show);
