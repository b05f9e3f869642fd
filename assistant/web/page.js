// Marks such as [1] in an answer open their source; what opens is brought into view. Run once, when the page is there.
() => {
  document.documentElement.lang = "zh-Hans";

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
    const link = event.target.closest?.('a[href^="#cite-"]');
    if (!link) return;
    event.preventDefault();
    open(link.getAttribute("href").slice(1));
  });

  // A card that a person opened (it has the focus) may move the page; one that opens by itself moves only its column.
  document.addEventListener(
    "toggle",
    ({ target: card }) => {
      if (card.open && card.matches(".card")) bringIntoView(card, { wholePage: card.contains(document.activeElement) });
    },
    true,
  );
}
