// Files that are dropped or chosen are sent one after the other, each with its progress; when all have come the server
// is told through the hidden button. Run once, when the page is there.
const HIDDEN = /(^|\/)(\.|~\$)|(^|\/)(__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/;
const queue = [];
let isSending = false;

const zone = () => document.querySelector(".zone");

const send = ({ file, replaces, row }) =>
  new Promise((finished) => {
    const request = new XMLHttpRequest();
    const [bar, state, stop] = ["progress", ".state", "button"].map((part) => row.querySelector(part));
    const end = (text, kind) => {
      state.textContent = text;
      row.dataset.state = kind;
      stop.remove();
      bar.remove();
      finished();
    };
    if (row.dataset.state === "stopped") return end(zone().dataset.stopped, "stopped");
    stop.onclick = () => request.abort();
    state.textContent = zone().dataset.sending;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    };
    request.onload = () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {}
      if (request.status === 401) window.location.reload();
      if (request.status === 200) end(zone().dataset.done, "done");
      else end(answer.error ?? zone().dataset.failed, "failed");
    };
    request.onerror = () => end(zone().dataset.failed, "failed");
    request.onabort = () => end(zone().dataset.stopped, "stopped");
    const named = new URLSearchParams({ name: file.name, replaces });
    request.open("POST", `/manage/do/upload?${named}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });

const sendAll = async () => {
  if (isSending) return;
  isSending = true;
  let came = 0;
  while (queue.length) {
    const next = queue.shift();
    await send(next);
    came += next.row.dataset.state === "done";
  }
  isSending = false;
  if (came) {
    zone().querySelector(".arrived").click();
    for (const row of zone().querySelectorAll('.arriving [data-state="done"]')) row.remove();
  }
};

const take = (files, replaces = "") => {
  const list = zone().querySelector(".arriving");
  for (const row of list.querySelectorAll("[data-state]")) row.remove();
  const wanted = [...files].filter((file) => !HIDDEN.test(file.webkitRelativePath || file.name));
  if (!wanted.length) {
    const row = document.createElement("li");
    row.textContent = zone().dataset.none;
    row.dataset.state = "failed";
    list.append(row);
  }
  for (const file of wanted) {
    const row = document.createElement("li");
    const [name, bar, state, stop] = ["span", "progress", "span", "button"].map((kind) => document.createElement(kind));
    name.textContent = file.name;
    name.className = "file-name";
    bar.value = 0;
    bar.max = 1;
    bar.setAttribute("aria-label", file.name);
    state.className = "state";
    state.textContent = zone().dataset.waiting;
    stop.type = "button";
    stop.textContent = zone().dataset.cancel;
    stop.onclick = () => {
      row.dataset.state = "stopped";
    };
    row.append(name, bar, state, stop);
    list.append(row);
    queue.push({ file, replaces, row });
  }
  sendAll();
};

// The files in what was dropped, those of folders too.
const filesOf = async (entry) => {
  if (entry instanceof File) return [entry];
  if (entry.isFile) return [await new Promise((found, failed) => entry.file(found, failed))];
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!some.length) return files;
    for (const one of some) if (!HIDDEN.test(one.name)) files.push(...(await filesOf(one)));
  }
};

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.('.chooser input[type="file"]')) return;
  const files = [...target.files];
  target.value = "";
  if (files.length) take(files, target.dataset.replaces ?? "");
});

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, async (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // elsewhere the browser would leave the page to show the file
    const over = event.target.closest?.(".zone");
    zone()?.classList.toggle("over", kind === "dragover" && Boolean(over));
    if (kind !== "drop" || !over) return;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
    const files = (await Promise.all(entries.map(filesOf))).flat();
    take(files);
  });
}

// The list of plans is narrowed as one types.
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.(".narrow")) return;
  const words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of target.parentElement.querySelectorAll(".narrowed > li")) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
});

// On a narrow page what was chosen stands below the list: it is brought into view once it is there.
document.addEventListener("click", ({ target }) => {
  const chosen = target.closest?.("button.draft");
  if (!chosen || window.innerWidth >= 960) return;
  const detail = () => document.querySelector(chosen.closest("#drafts") ? "#draft-detail" : "#plan-detail");
  const is = `button.draft[data-act="${CSS.escape(chosen.dataset.act)}"][aria-pressed="true"]`;
  const begun = performance.now();
  const look = () => {
    if (document.querySelector(is) && detail()) detail().scrollIntoView({ block: "start" });
    else if (performance.now() - begun < 5000) window.setTimeout(look, 100);
  };
  window.setTimeout(look, 200);
});
