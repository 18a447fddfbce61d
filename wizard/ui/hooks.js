// What Streamlit cannot do from Python: page language, focus, our words for its own, texts that go with a field.
// Each part is small and fails safe: when a selector no longer exists, the page still works.

const W = (window.__klachtwijzer ??= { page: null, turn: 0, data: null, observer: null, language: "", own: new WeakMap(), remarks: {} });
const FIELD = 'input:not([type=radio]):not([type=checkbox]):not([tabindex="-1"]), textarea, [role=radiogroup]';
const REMARKS = "[class*=st-key-remarks_]";

function translated(text) {
  const trimmed = text.trim();
  const { exact, prefix } = W.data.chrome;
  if (exact[trimmed]) return text.replace(trimmed, exact[trimmed]);
  for (const start in prefix) if (trimmed.startsWith(start)) return text.replace(start, prefix[start]);
  return text;
}

// What to write there. What Streamlit wrote is remembered, for when another language is chosen.
function inOurWords(place, name, now) {
  const kept = W.own.get(place)?.[name];
  const english = kept?.ours === now ? kept.english : now;
  const ours = translated(english);
  if (ours !== english) W.own.set(place, { ...W.own.get(place), [name]: { english, ours } });
  return ours;
}

// Only Streamlit's own frame: what we or the person wrote is never touched.
function isOurs(element) {
  return !element || element.closest("textarea, script, style, [data-testid=stHtml], [data-testid=stWidgetLabel], [data-testid=stForm]")
    || (element.closest("[data-testid=stMarkdownContainer]") && !element.closest("[role=dialog], [data-testid=stFileUploaderDropzone]"));
}

// Whose text it is, is asked last: that costs a walk up the page, and there are few texts to translate.
function translateText(node) {
  const text = inOurWords(node, "text", node.data);
  if (text !== node.data && !isOurs(node.parentElement)) node.data = text;
}

function translateAttributes(element) {
  for (const name of ["aria-label", "title"]) {
    const value = element.getAttribute(name);
    const text = value && inOurWords(element, name, value);
    if (text !== value && !isOurs(element)) element.setAttribute(name, text);
  }
}

function translate(root) {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  translateAttributes(root);
  root.querySelectorAll("[aria-label], [title]").forEach(translateAttributes);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) translateText(walker.currentNode);
}

// Hint and error are read out with the field.
function describe() {
  const described = W.data.described;
  document.querySelectorAll("[data-described]").forEach((field) => {
    if (described[field.dataset.described]) return;
    field.removeAttribute("aria-describedby");
    field.removeAttribute("aria-invalid");
    delete field.dataset.described;
  });
  for (const key in described) {
    const field = document.querySelector(`.st-key-${CSS.escape(key)}`)?.querySelector(FIELD);
    if (!field) continue;
    const ids = described[key].ids.join(" ");
    if (field.getAttribute("aria-describedby") !== ids) field.setAttribute("aria-describedby", ids);
    if (String(described[key].invalid) !== (field.getAttribute("aria-invalid") ?? "false")) {
      field.setAttribute("aria-invalid", String(described[key].invalid));
    }
    field.dataset.described = key;
  }
}

// How many remarks came below a field, said by a part of the page that stays: one that just came is not read out.
function announce(silent) {
  let live = document.getElementById("kw-live");
  if (!live) {
    live = Object.assign(document.createElement("div"), { id: "kw-live", className: "kw-hidden" });
    live.setAttribute("role", "status");
    document.body.append(live);
  }
  const found = W.data.remarks;
  const fresh = Object.keys(found).filter((key) => W.remarks[key] !== found[key].id);
  W.remarks = Object.fromEntries(Object.entries(found).map(([key, { id }]) => [key, id]));
  if (fresh.length && !silent) live.textContent = found[fresh[0]].text;
  else if (!Object.keys(found).length) live.textContent = "";
}

// Each field runs the way its text runs: Arabic from the right.
function followText() {
  document.querySelectorAll(".st-key-page :is(textarea, input[type=text]):not([dir])").forEach((field) => { field.dir = "auto"; });
}

// A link to another site opens beside this one, because leaving it would end the visit.
function openBeside() {
  document.querySelectorAll('[data-testid=stHtml] a[href^="http"]:not([target])').forEach((link) => {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  });
}

// Streamlit gives its inner wrappers landmark roles that screen readers list twice.
function calmLandmarks() {
  document.querySelectorAll('header[data-testid="stHeader"]').forEach((header) => {
    if (!header.textContent.trim()) header.setAttribute("role", "presentation");
  });
}

// Once for all changes of one frame, before it is painted.
function applySoon() {
  if (W.soon) return;
  W.soon = true;
  requestAnimationFrame(() => { W.soon = false; apply(); });
}

// A screen reader says the name of each language as that language is spoken.
function speakLanguages() {
  document.querySelectorAll("[class*=st-key-language_]:not([lang])").forEach((box) => {
    box.lang = [...box.classList].find((name) => name.startsWith("st-key-language_")).split("_")[1];
  });
}

// What cannot wait is brought into sight when it comes; the focus stays where it is.
function bringIntoSight() {
  document.querySelectorAll("[data-urgent]:not([data-seen])").forEach((box) => {
    box.dataset.seen = "";
    box.scrollIntoView({ block: "nearest" });
  });
}

function apply() {
  bringIntoSight();
  speakLanguages();
  describe();
  followText();
  openBeside();
  calmLandmarks();
}

function watch() {
  if (W.observer) return;
  W.observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else translateAttributes(change.target);
    }
    applySoon();
  });
  W.observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "title"],
  });
  // Leaving a field by pressing a button brings remarks above it: not before the finger or the mouse is up again,
  // or the button would move from under it.
  document.addEventListener("pointerdown", () => {
    document.querySelectorAll(REMARKS).forEach((box) => { box.dataset.seen = ""; });
    document.body.classList.add("kw-pressing");
  }, true);
  for (const up of ["pointerup", "pointercancel", "keydown"]) {
    document.addEventListener(up, () => setTimeout(() => document.body.classList.remove("kw-pressing")), true);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-calendar]");
    if (button) return openCalendar(button);
    const copy = event.target.closest?.("[data-copy]");
    if (copy) return copyText(copy);
    const link = event.target.closest?.("a[data-goto]");
    if (!link) return;
    event.preventDefault();
    focusField(document.querySelector(`.st-key-${CSS.escape(link.dataset.goto)}`));
  });
}

// The browser's own calendar, for who would rather pick a day than type it. It goes when the focus leaves it.
function openCalendar(button) {
  const field = document.querySelector(`.st-key-${CSS.escape(button.dataset.calendar)} input`);
  if (!field) return;
  const picker = Object.assign(document.createElement("input"), { type: "date", className: "kw-picker" });
  picker.setAttribute("aria-label", button.textContent);
  const typed = field.value.match(/^(\d{2})-(\d{2})-(\d{4})$/);
  if (typed) picker.value = `${typed[3]}-${typed[2]}-${typed[1]}`;
  picker.addEventListener("change", () => {
    const [year, month, day] = picker.value.split("-");
    if (day) write(field, `${day}-${month}-${year}`);
  });
  picker.addEventListener("blur", () => picker.remove());
  button.after(picker);
  picker.focus();
  try { picker.showPicker(); } catch { /* an older browser: the day can be typed in the picker */ }
}

// The whole text selected, so that it can be copied by hand where the clipboard is closed to us.
async function copyText(button) {
  const field = document.getElementById(button.dataset.copy);
  field?.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.nextElementSibling.textContent = button.dataset.done;
  } catch { /* it is selected */ }
}

// React only hears of a value that is set past its own setter.
function write(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

const FOCUSED = "input:checked, input, textarea, button, summary";

function focusField(box) {
  const field = box?.querySelector(FOCUSED);
  (field ?? box)?.focus();
  (field ?? box)?.scrollIntoView({ block: "center" });
}

function moveFocus(selector, tries = 0) {
  const target = document.querySelector(selector || `[data-page="${CSS.escape(W.data.page)}"] h1`);
  const hollow = selector.startsWith(".st-key-") && !target?.querySelector(FOCUSED); // its script is still coming
  if (!target || hollow || target.closest('[data-stale="true"]')) {
    if (tries < 40) setTimeout(() => moveFocus(selector, tries + 1), 50);
    else if (selector) moveFocus("");
    return;
  }
  if (selector.startsWith(".st-key-")) return focusField(target);
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  if (selector) target.scrollIntoView({ block: "start" });
  else document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

export default function ({ data: [data] }) {
  W.data = data;
  Object.assign(document.documentElement, { lang: data.language, dir: data.direction });
  watch();
  if (W.language !== data.language) translate(document.body);
  W.language = data.language;
  applySoon();
  const first = W.page === null;
  const moved = W.page !== data.page || W.turn !== data.turn;
  W.page = data.page;
  W.turn = data.turn;
  announce(moved);
  if (moved && !first) moveFocus(data.focus);
}
