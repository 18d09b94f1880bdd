// Keys, the theme switch, and walking through lists. Every page works without it.
const root = document.documentElement;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

function switchTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Storage may be forbidden: the choice then holds for this page.
  }
  document.dispatchEvent(new Event("themechange"));
}
$(".theme")?.addEventListener("click", switchTheme);

// Results: one is current, and `o` opens it.
let current = -1;
function walk(step) {
  const items = $$(".hit-item, .walk-item");
  if (!items.length) return;
  items[current]?.classList.remove("current");
  current = Math.max(0, Math.min(items.length - 1, current + step));
  items[current].classList.add("current");
  items[current].scrollIntoView({ block: "nearest" });
  ($("a.open", items[current]) || $("a", items[current]))?.focus({ preventScroll: true });
}
for (const [number, item] of $$(".hit-item, .walk-item").entries()) {
  item.addEventListener("focusin", () => {
    $$(".current").forEach((other) => other.classList.remove("current"));
    item.classList.add("current");
    current = number;
  });
}

const actions = {
  "/": () => { const field = $("#q"); field?.focus(); field?.select(); },
  "?": () => { const keys = $("#keys"); if (keys.open) keys.close(); else keys.showModal(); },
  t: switchTheme,
  j: () => walk(1),
  k: () => walk(-1),
  o: () => ($(".current a.open") || $(".current a"))?.click(),
  u: () => { location.href = sessionStorage.getItem("search") || "/"; },
};
// Pages with keys of their own put them here.
window.roomKeys = actions;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (document.activeElement?.matches("input, textarea, select")) document.activeElement.blur();
    actions.Escape?.();
    return;
  }
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if ($("#keys")?.open && event.key !== "?") return;
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

// The way back to the search that one came from.
if (document.body.classList.contains("front")) {
  try {
    sessionStorage.setItem("search", location.pathname + location.search);
  } catch {
    // Without storage `u` leads to the front page.
  }
}

// Filters are folded on a small screen.
const fold = $(".filters-fold");
if (fold && matchMedia("(max-width: 62rem)").matches) fold.open = false;

// What is left empty need not stand in the address.
for (const form of $$("form[role=search]")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}
