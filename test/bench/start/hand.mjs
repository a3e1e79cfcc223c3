import { loadViewer } from "./loaded.mjs";

/** During an input, the processor is slower by this factor. */
const SLOWER = 4;
/** The shortest duration that browsers report; a shorter interaction counts as this long. */
const LEAST_MS = 16;

/** In the page: whether the viewer does nothing. */
function isAtRest() {
  const root = document.querySelector("audit-log-viewer").shadowRoot;
  const isBusy = root.querySelector('alv-skeleton, [part="results"][aria-busy="true"], .stale');
  return !isBusy;
}

/**
 * Uses the viewer as a person does, and records the time from each input to the next painting. The processor is slow
 * only during that time.
 */
export class Hand {
  /** The times in ms, one for each round, by the name of the input. */
  times = new Map();
  #page;
  #atRest;
  #session;
  #setting;

  constructor(page, { atRest, session, setting }) {
    this.#page = page;
    this.#atRest = atRest;
    this.#session = session;
    this.#setting = setting;
  }

  static async create(page, atRest, setting) {
    const session = await page.context().newCDPSession(page);
    return new Hand(page, { atRest, session, setting });
  }

  button = (name, nth = 0) => this.#page.getByRole("button", { name }).nth(nth);
  role = (role, name, options) => this.#page.getByRole(role, { name, ...options }).first();

  /** Loads all events again, after an input that has changed them. */
  async load() {
    await this.#page.evaluate(() => void (globalThis.bench.responseMs = 0));
    await loadViewer(this.#page, this.#setting);
    await this.#page.evaluate((ms) => void (globalThis.bench.responseMs = ms), 100);
    await this.rest();
  }

  async rest() {
    await this.#page.waitForFunction(isAtRest, undefined, { polling: 50 });
    await this.#atRest();
  }

  /** Clicks without recording it. */
  async act(target) {
    await target.click();
    await this.rest();
  }

  async click(name, target) {
    await target.hover();
    await this.rest();
    await this.#note(name, async () => {
      await this.#page.mouse.down();
      await this.#page.mouse.up();
    });
  }

  /** Presses a button without moving the pointer near it before, so that its code is not loaded. */
  async clickAtOnce(name, target) {
    const { x, y, width, height } = await target.boundingBox();
    await this.#note(name, async () => {
      await this.#page.mouse.move(x + width / 2, y + height / 2);
      await this.#page.mouse.down();
      await this.#page.mouse.up();
    });
  }

  async press(name, key, target) {
    await target?.focus();
    await this.rest();
    await this.#note(name, () => this.#page.keyboard.press(key));
  }

  async type(name, text, target) {
    await target.click();
    await this.rest();
    for (const letter of text) await this.#note(name, () => this.#page.keyboard.press(letter));
    await target.fill("");
    await this.#page.keyboard.press("Escape");
    await this.rest();
  }

  async escape() {
    await this.#page.keyboard.press("Escape");
    await this.rest();
  }

  /** A click on an empty part of the page, for comparison. */
  async idle(name) {
    await this.#page.mouse.move(3, 3);
    await this.rest();
    await this.#note(name, async () => {
      await this.#page.mouse.down();
      await this.#page.mouse.up();
    });
  }

  async #note(name, input) {
    await this.#page.evaluate(() => globalThis.bench.frames(2));
    await this.#page.evaluate(() => void globalThis.bench.start.takeInputs());
    await this.#session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await input();
    // The bench itself must not run code in the page, which would delay the painting.
    await new Promise((done) => setTimeout(done, 250));
    await this.#session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await this.#page.evaluate(() => globalThis.bench.frames(3));
    const found = await this.#page.evaluate(() => globalThis.bench.start.takeInputs());
    const times = this.times.get(name) ?? [];
    this.times.set(name, [...times, Math.max(LEAST_MS, ...found)]);
    await this.rest();
  }
}
