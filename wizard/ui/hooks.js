// What Streamlit cannot do from Python: page language, focus, Dutch for its own words, texts that go with a field.
// Each part is small and fails safe: when a selector no longer exists, the page still works.

const W = (window.__klachtwijzer ??= { page: null, turn: 0, data: null, observer: null, extra: {} });
const FIELD = 'input:not([type=radio]):not([type=checkbox]):not([tabindex="-1"]), textarea, [role=radiogroup]';

function dutch(text) {
  const trimmed = text.trim();
  const { exact, prefix } = W.data.chrome;
  if (exact[trimmed]) return text.replace(trimmed, exact[trimmed]);
  for (const start in prefix) if (trimmed.startsWith(start)) return text.replace(start, prefix[start]);
  return text;
}

// Only Streamlit's own frame: what we or the person wrote is never touched.
function isOurs(element) {
  return !element || element.closest("textarea, script, style, [data-testid=stHtml], [data-testid=stWidgetLabel], [data-testid=stForm]")
    || (element.closest("[data-testid=stMarkdownContainer]") && !element.closest("[role=dialog], [data-testid=stFileUploaderDropzone]"));
}

function translateText(node) {
  if (isOurs(node.parentElement)) return;
  const text = dutch(node.data);
  if (text !== node.data) node.data = text;
}

function translateAttributes(element) {
  for (const name of ["aria-label", "title"]) {
    const value = element.getAttribute(name);
    if (!value || isOurs(element)) continue;
    const text = dutch(value);
    if (text !== value) element.setAttribute(name, text);
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

function apply() {
  describe();
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
    apply();
  });
  W.observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "title"],
  });
  translate(document.body);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-calendar]");
    if (button) return openCalendar(button);
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

// React only hears of a value that is set past its own setter.
function write(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

function focusField(box) {
  const field = box?.querySelector("input:checked, input, textarea, button");
  (field ?? box)?.focus();
  (field ?? box)?.scrollIntoView({ block: "center" });
}

function moveFocus(selector, tries = 0) {
  const target = document.querySelector(selector || `[data-page="${CSS.escape(W.data.page)}"] h1`);
  if (!target || target.closest('[data-stale="true"]')) {
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

export default function ({ data }) {
  W.data = data;
  document.documentElement.lang = "nl";
  watch();
  apply();
  const first = W.page === null;
  const moved = W.page !== data.page || W.turn !== data.turn;
  W.page = data.page;
  W.turn = data.turn;
  if (moved && !first) moveFocus(data.focus);
}
