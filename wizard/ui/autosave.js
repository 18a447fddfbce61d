// Keeps the answers in this person's own browser: read once per visit, written after each change, gone after a wipe.
// `local` storage stays on the device (only when somebody says that it is theirs alone), `session` goes with the tab.

const NAME = "klachtwijzer.v1";
const LIVE = "klachtwijzer.v1.live";
const AREAS = ["local", "session"];
const WIPED = `${NAME}.wiped`;  // there for a moment, so that other windows on the same answers hear of a wipe
const W = (window.__klachtwijzerKept ??= {
  time: 0, live: {}, gone: false, watching: false, send: null, area: "session", text: "", storage: "works",
});

const store = (area) => (area === "local" ? window.localStorage : window.sessionStorage);  // may throw SecurityError

function read(area) {
  try { return JSON.parse(store(area).getItem(NAME)); } catch { return null; }
}

function empty(area) {
  try { for (const name of [NAME, LIVE]) store(area).removeItem(name); } catch { /* storage is blocked */ }
}

function erase() {
  AREAS.forEach(empty);
  Object.assign(W, { time: 0, live: {}, text: "", gone: true });
}

function wipe() {
  erase();
  try { store("local").setItem(WIPED, Date.now()); store("local").removeItem(WIPED); } catch { /* no other window has them */ }
}

// What was kept, from the place that was written last; too old goes. `anew`: without what this window had half typed.
function load({ nonce, days, anew }) {
  const found = AREAS.map((area) => ({ area, kept: read(area) })).filter(({ kept }) => kept?.time);
  const isFresh = ({ kept }) => Date.now() - kept.time < days * 86_400_000;
  found.filter((one) => !isFresh(one)).forEach(({ area }) => empty(area));
  const last = found.filter(isFresh).sort((one, other) => other.kept.time - one.kept.time)[0];
  let works = true;
  try { store("session").setItem(`${NAME}.try`, "1"); store("session").removeItem(`${NAME}.try`); } catch { works = false; }
  Object.assign(W, { time: last?.kept.time ?? 0, text: last?.kept.text ?? "", area: last?.area ?? "session", storage: "works" });
  try { W.live = (!anew && JSON.parse(store(W.area).getItem(LIVE))) || {}; } catch { W.live = {}; }
  const framed = window.top !== window.self;
  W.send("reply", { nonce, works, framed, area: W.area, kept: last?.kept ?? null, live: W.live });
}

function save({ text, page, came, goal, profile, role, language, area, force, refused }) {
  forgetTaken(refused);
  try {
    const there = read(area);
    if (there && there.time > W.time && there.text !== text && force !== there.time) return W.send("newer", { time: there.time, at: Date.now() });
    if (text === W.text && page === there?.page && profile === (there?.profile ?? "") && role === (there?.role ?? "") && language === (there?.language ?? "nl") && area === W.area) return undefined;
    const time = Date.now();
    store(area).setItem(NAME, JSON.stringify({ time, text, page, came, goal, profile, role, language }));
    Object.assign(W, { time, text, area });
    AREAS.filter((other) => other !== area).forEach(empty);  // only now: what cannot be written must not cost what was
    keepLive();
    document.documentElement.dataset.kept = time;
    report("works");
  } catch (error) {
    report(error.name);
  }
  return undefined;
}

function report(storage) {
  if (storage !== W.storage) W.send("storage", storage);
  W.storage = storage;
}

const nameOf = (box) => [...(box?.classList ?? [])].find((part) => part.startsWith("st-key-f_"))?.slice("st-key-".length);

function keepLive() {
  if (W.gone) return;
  try { store(W.area).setItem(LIVE, JSON.stringify(W.live)); } catch { /* told by save */ }
}

// What the server has by now need not be kept as half typed; the field in use and what was refused stay.
function forgetTaken(refused) {
  const inUse = nameOf(document.activeElement?.closest('[class*="st-key-f_"]'));
  for (const name of Object.keys(W.live)) if (name !== inUse && !refused.includes(name)) delete W.live[name];
  keepLive();
}

// Text that Streamlit does not have yet: it takes a field only when that is left.
function watch() {
  if (W.watching) return;
  W.watching = true;
  let timer = 0;
  const flush = () => { clearTimeout(timer); keepLive(); };
  document.addEventListener("input", ({ target }) => {
    const box = target.closest?.('[class*="st-key-f_"]');
    const name = nameOf(box);
    if (!name || !target.matches("textarea, input[type=text], input:not([type])")) return;
    W.live[name] = target.value;
    clearTimeout(timer);
    timer = setTimeout(flush, 300);
  }, true);
  window.addEventListener("pagehide", flush, true);
  document.addEventListener("visibilitychange", flush, true);
  // After a long sleep or a new server Streamlit connects again by itself, to an empty visit: ask for a run, so that it is read anew.
  const app = document.querySelector('[data-testid="stApp"]');
  const state = () => app?.getAttribute("data-test-connection-state");
  let before = state();
  if (app) new MutationObserver(() => {
    if (state() === "CONNECTED" && before !== "CONNECTED") W.send("back", Date.now());
    before = state();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  leaveQuickly();
  followWipe();
}

// Away at once: by the button, or by Shift three times. Nothing stays, and the way back shows nothing.
function leaveQuickly() {
  const goTo = (address) => {
    try { window.top.location.replace(address); } catch { window.location.replace(address); }  // a frame leaves with its page
  };
  const leave = () => {
    document.documentElement.style.display = "none";
    wipe();
    W.send("leave", Date.now());
    setTimeout(() => goTo(W.neutral), 150);
  };
  let pressed = [];
  document.addEventListener("keyup", ({ key }) => {
    pressed = key === "Shift" ? [...pressed.filter((time) => Date.now() - time < 2_000), Date.now()] : [];
    if (pressed.length >= 3) leave();
  });
  document.addEventListener("click", ({ target }) => target.closest?.("[data-leave]") && leave());
  window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
}

// Wiped in another window: the same answers are open here, and would be written again.
function followWipe() {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key !== WIPED || !newValue || W.area !== "local") return;
    document.documentElement.style.display = "none";
    erase();
    W.send("leave", Date.now());
    setTimeout(() => window.location.replace(W.wiped), 150);
  });
}

export default function ({ data: [data], setStateValue }) {
  W.send = setStateValue;
  Object.assign(W, { neutral: data.neutral, wiped: data.wiped });
  watch();
  if (data.does === "load") load(data);
  if (data.does === "save") W.gone = false, save(data);
  if (data.does === "erase") { wipe(); window.location.replace(data.goal); }
}
