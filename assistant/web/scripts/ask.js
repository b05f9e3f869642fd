// Marks such as [1] in an answer open their source, what opens is brought into view, and a new question stays at the top
// of the chat while its answer grows below it. Run once, when the page is there.
const bringIntoView = (card, { wholePage }) => {
  const words = card.querySelector("mark") ?? card.querySelector(".cited");
  if (wholePage) {
    card.scrollIntoView({ block: "start" });
  }
  const pane = card.closest("#reading");
  const below = words.getBoundingClientRect().bottom - pane.getBoundingClientRect().bottom;
  if (below > 0 && pane.scrollHeight > pane.clientHeight) pane.scrollTop += below + 80;
};

const open = (id) => {
  const card = document.getElementById(id);
  if (!card) return;
  const shown = card.closest(".sources");
  for (const section of document.querySelectorAll(".sources")) section.hidden = section !== shown;
  card.querySelector("summary").focus({ preventScroll: true });
  if (card.open) bringIntoView(card, { wholePage: true });
  card.open = true;
};

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#cite-"], a[href="#chat"]');
  if (!link) return;
  event.preventDefault();
  const id = link.getAttribute("href").slice(1);
  if (id === "chat") document.getElementById(id).scrollIntoView({ block: "start" });
  else open(id);
});

// A card that a person opened (it has the focus) may move the page; one that opens by itself moves only its column.
document.addEventListener(
  "toggle",
  ({ target: card }) => {
    if (card.open && card.matches(".card")) bringIntoView(card, { wholePage: card.contains(document.activeElement) });
  },
  true,
);

let asked = 0;
let follows = true; // until the reader scrolls
new MutationObserver(() => {
  const questions = document.querySelectorAll("#chat .user-row");
  if (questions.length !== asked) follows = true;
  asked = questions.length;
  if (!asked || !follows) return;
  const last = questions[asked - 1];
  const pane = last.closest(".bubble-wrap");
  pane.scrollTop += last.getBoundingClientRect().top - pane.getBoundingClientRect().top - 12;
}).observe(document.body, { childList: true, characterData: true, subtree: true });

for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  const stopFollowing = (event) => {
    if (event.target.closest?.("#chat")) follows = false;
  };
  document.addEventListener(kind, stopFollowing, { capture: true, passive: true });
}
