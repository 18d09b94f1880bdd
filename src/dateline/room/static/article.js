// An article's parts as tabs, and light on the words that a value rests on.
(() => {
  const record = document.querySelector(".record");
  if (!record) return;
  const all = (selector, within = record) => [...within.querySelectorAll(selector)];
  const parts = all(".part");
  const tabs = all(".tabs a");
  record.classList.add("tabbed");

  function show(part) {
    for (const each of parts) each.classList.toggle("shown", each === part);
    for (const tab of tabs) {
      if (tab.hash === `#${part.id}`) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  }
  function partOf(hash) {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    return (target && target.closest(".part")) || null;
  }
  for (const tab of tabs) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      show(partOf(tab.hash));
      history.replaceState(null, "", tab.hash);
    });
  }

  // Light: all pieces of a piece of evidence, and the field in the head of the record.
  let pinned = null;
  function light(number, field) {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    for (const active of all(".field.active")) active.classList.remove("active");
    if (field) {
      record.querySelector(`.field[data-name="${CSS.escape(field)}"]`)?.classList.add("active");
      for (const head of all(`[data-field="${CSS.escape(field)}"]`)) head.classList.add("lit");
    }
    return number === null ? [] : all(`[data-e~="${CSS.escape(number)}"]`).map((mark) => (mark.classList.add("lit"), mark));
  }
  const fieldOf = (element) => element.closest(".field")?.dataset.name;

  function pin(number, field) {
    pinned = [number, field];
    const marks = light(number, field);
    const visible = marks.find((mark) => mark.closest(".part.shown"));
    const target = visible || marks[0];
    if (!target) return;
    if (!visible) {
      show(target.closest(".part"));
      history.replaceState(null, "", `#e${number}`);
    }
    // Near words are scrolled to; far ones are gone to at once.
    const far = Math.abs(target.getBoundingClientRect().top) > 2 * innerHeight;
    const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  }
  for (const clue of all("a.clue")) {
    const enter = () => light(clue.dataset.light, fieldOf(clue));
    const leave = () => (pinned ? light(...pinned) : light(null));
    clue.addEventListener("pointerenter", enter);
    clue.addEventListener("focus", enter);
    clue.addEventListener("pointerleave", leave);
    clue.addEventListener("blur", leave);
    clue.addEventListener("click", (event) => {
      event.preventDefault();
      pin(clue.dataset.light, fieldOf(clue));
    });
  }
  // From the words to the evidence: a lit-up line or a field of the head leads to its row.
  record.addEventListener("click", (event) => {
    const mark = event.target.closest(".captured .ev");
    const head = event.target.closest(".masthead [data-field]:not(a)");
    if (!mark && !head) return;
    const clue = mark && record.querySelector(`a.clue[data-light="${CSS.escape(mark.dataset.e.split(" ").at(-1))}"]`);
    const field = head ? record.querySelector(`.field[data-name="${CSS.escape(head.dataset.field)}"]`) : clue?.closest(".field");
    if (!field) return;
    pinned = [clue?.dataset.light ?? null, field.dataset.name];
    light(...pinned);
    if (clue) clue.closest("details")?.setAttribute("open", "");
    field.scrollIntoView({ block: "nearest" });
  });

  // From a note or a statement to its words.
  for (const link of all(".note-passage, a[data-statement]")) {
    link.addEventListener("click", (event) => {
      const wanted = link.dataset.note ? `[data-n~="${CSS.escape(link.dataset.note)}"]` : `[data-s~="${CSS.escape(link.dataset.statement)}"]`;
      const marks = all(`.reading ${wanted}`);
      if (!marks.length) return;
      event.preventDefault();
      show(record.querySelector(".reading"));
      light(null);
      marks.forEach((mark) => mark.classList.add("lit"));
      marks[0].scrollIntoView({ block: "center" });
    });
  }

  let row = -1;
  const fields = all(".field[data-name]");
  function walk(step) {
    row = Math.max(0, Math.min(fields.length - 1, row + step));
    const field = fields[row];
    const clue = field?.querySelector("a.clue");
    field?.scrollIntoView({ block: "nearest" });
    if (clue) {
      clue.focus({ preventScroll: true });
      pin(clue.dataset.light, field.dataset.name);
    } else if (field) {
      pinned = [null, field.dataset.name];
      light(...pinned);
    }
  }
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    o: () => record.querySelector("a.original")?.focus(),
    Escape: () => { pinned = null; light(null); },
  };
  for (let number = 1; number <= tabs.length; number++) keys[number] = () => tabs[number - 1].click();
  if (window.roomKeys) Object.assign(window.roomKeys, keys);

  function followHash() {
    const part = partOf(location.hash);
    if (part) show(part);
    else if (!record.querySelector(".part.shown")) show(parts[0]);
    const said = location.hash.match(/^#s(\d+)-words$/);
    if (said) all(`.reading [data-s~="${said[1]}"]`).forEach((mark) => mark.classList.add("lit"));
    const evidence = location.hash.match(/^#e(\d+)$/);
    if (evidence) pin(evidence[1], record.querySelector(`a.clue[data-light="${evidence[1]}"]`)?.closest(".field")?.dataset.name);
  }
  show(parts[0]);
  followHash();
  addEventListener("hashchange", followHash);

  // A selected passage can be commented on: its place in the page's text goes into the form.
  const form = record.querySelector("form.note-form");
  const button = document.querySelector(".note-selection");
  if (form && button) {
    let passage = null;
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      const found = selection.isCollapsed ? null : passageOf(selection.getRangeAt(0));
      if (found || !document.activeElement?.closest(".note-form")) passage = found || passage;
      button.hidden = !found;
      if (found) place(button, selection.getRangeAt(0));
    });
    button.addEventListener("click", () => {
      if (!passage) return;
      form.elements.start.value = passage.start;
      form.elements.end.value = passage.end;
      const quote = form.querySelector(".passage");
      quote.textContent = passage.text;
      quote.hidden = false;
      button.hidden = true;
      show(form.closest(".part"));
      form.elements.body.focus();
    });
  }
  function place(element, range) {
    const box = range.getBoundingClientRect();
    element.style.top = `${box.bottom + scrollY + 6}px`;
    element.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 180))}px`;
  }
  // Places are code points of the page's text, as spans are; a paragraph says where it begins.
  function passageOf(range) {
    const start = pointIn(range.startContainer, range.startOffset);
    const end = pointIn(range.endContainer, range.endOffset);
    return start !== null && end !== null && end > start ? { start, end, text: range.toString().slice(0, 400) } : null;
  }
  function pointIn(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element?.closest(".reading [data-at]");
    if (!block) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, offset);
    return Number(block.dataset.at) + [...before.toString()].length;
  }
})();
