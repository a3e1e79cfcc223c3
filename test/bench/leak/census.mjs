/**
 * Runs in the page before the page's own scripts, so it imports nothing. Counts what outlives an element if its code
 * does not end it: timers and other pending callbacks, listeners on the page, and URLs of blobs. `census` is for the
 * code that measures.
 */
export function installCensus() {
  /** The line of the package that called. */
  const caller = () =>
    new Error("caller").stack.split("\n").find((line) => line.includes("/dist/")) ?? "    at the page";

  const waiting = new Map();
  /**
   * Each of these functions calls its first argument once, unless the function of the second name cancels its result
   * before.
   */
  const ONCE = [
    ["setTimeout", "clearTimeout"],
    ["requestAnimationFrame", "cancelAnimationFrame"],
    ["requestIdleCallback", "cancelIdleCallback"],
  ];
  for (const [start, end] of [...ONCE, ["setInterval", "clearInterval"]]) {
    const [begin, cancel] = [globalThis[start].bind(globalThis), globalThis[end].bind(globalThis)];
    globalThis[start] = (job, ...more) => {
      const act = (...given) => {
        if (start !== "setInterval") waiting.delete(key);
        job(...given);
      };
      const id = begin(act, ...more);
      const key = `${end} ${id}`;
      waiting.set(key, `${start} ${caller()}`);
      return id;
    };
    globalThis[end] = (id) => {
      waiting.delete(`${end} ${id}`);
      cancel(id);
    };
  }

  const listeners = new Set();
  const isLasting = (target) =>
    [globalThis, document, document.documentElement, document.body, visualViewport].includes(target) ||
    target instanceof MediaQueryList;
  const find = (target, type, listener, capture) =>
    [...listeners].find(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
  const isCapture = (options) => Boolean(typeof options === "object" && options ? options.capture : options);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    addEventListener.call(target, type, listener, options);
    const capture = isCapture(options);
    if (!isLasting(target) || find(target, type, listener, capture)) return;
    const entry = { target, type, listener, capture, where: `${type} ${caller()}` };
    listeners.add(entry);
    const forget = () => listeners.delete(entry);
    if (options?.once) addEventListener.call(target, type, forget, { once: true, capture });
    if (options?.signal) addEventListener.call(options.signal, "abort", forget, { once: true });
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    removeEventListener.call(target, type, listener, options);
    listeners.delete(find(target, type, listener, isCapture(options)));
  };

  const urls = new Map();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (data) => {
    const url = createObjectURL.call(URL, data);
    urls.set(url, `URL of a blob ${caller()}`);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeObjectURL.call(URL, url);
  };

  // The browser's save dialog would wait for a person; without the dialog, the package downloads the file.
  globalThis.showSaveFilePicker = undefined;

  const viewers = [];
  globalThis.census = {
    /** Remembers a viewer without keeping it alive. */
    watch: (viewer) => void viewers.push(new WeakRef(viewer)),
    /** All counts, and what remains of each line of code. */
    read: () => ({
      timers: waiting.size,
      listeners: listeners.size,
      urls: urls.size,
      viewers: viewers.filter((one) => one.deref()).length,
      elements: document.querySelectorAll("*").length,
      places: [...waiting.values(), ...urls.values(), ...[...listeners].map(({ where }) => where)],
    }),
  };
}
