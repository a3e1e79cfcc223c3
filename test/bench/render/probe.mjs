/**
 * Runs in the page of every subject before its own scripts, and adds `bench.expect` and other functions to the probe of
 * all benches.
 *
 * @param {{ mark: string }} setting the mark to set in the frame that paints what is expected
 */
export function installRenderProbe({ mark }) {
  const MOST_FRAMES = 600;
  /** The number of steps at each of three places: the start, the middle and the end of the list. */
  const STEPS = 30;
  const { bench } = globalThis;

  /** Removes spaces, because templates have line breaks between the cells and their values. */
  const squeeze = (text) => text.replaceAll(/\s+/g, "");
  const textAt = (index) =>
    squeeze(
      globalThis.subject
        .cellsAt(index)
        .map((cell) => cell.textContent)
        .join(""),
    );

  /** What a test can wait for: each function gets its arguments and says whether the document has it. */
  const isThere = {
    rows: (texts) => texts.every(([index, text]) => textAt(index) === text),
    viewer: (state) => globalThis.subject.isIn(state),
  };

  /**
   * Sets the mark in the frame that paints what is expected. A resize observer checks this after all scripts and the
   * layout of a frame, and before the painting, so it misses no frame, however a grid renders.
   */
  const expect = ([kind, wanted]) => {
    const beat = document.body.appendChild(document.createElement("div"));
    beat.style.cssText = "position: fixed; inset: 0 auto auto 0; block-size: 1px; contain: strict; visibility: hidden";
    bench.ready = new Promise((done, fail) => {
      let frames = 0;
      const end = (act) => {
        frames = Number.NaN;
        observer.disconnect();
        act();
      };
      const observer = new ResizeObserver(() => {
        if (isThere[kind](wanted)) end(() => void bench.painted().then(() => done(beat.remove())));
        else if (frames > MOST_FRAMES) end(() => fail(new Error(`Never shown: ${kind} ${JSON.stringify(wanted)}`)));
      });
      observer.observe(beat);
      const turn = () => {
        if (Number.isNaN(frames)) return;
        frames += 1;
        beat.style.inlineSize = `${1 + (frames % 2)}px`;
        requestAnimationFrame(turn);
      };
      turn();
    });
    bench.ready.catch(() => undefined);
  };

  /** Counts the elements of the subject, with those in shadow roots. */
  const countElements = (root = globalThis.subject.root) => {
    let count = 1;
    for (const child of [...(root.shadowRoot?.children ?? []), ...root.children]) count += countElements(child);
    return count;
  };

  /** The element that scrolls the rows. */
  const scroller = () => {
    for (let at = globalThis.subject.rowAt(0); at;) {
      const { overflowY } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
      at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host;
    }
    return document.scrollingElement;
  };

  /**
   * Scrolls down by one window at a time: at the start, in the middle and at the end of the list.
   *
   * @param isCounting whether to count elements, which takes time, instead of setting a mark at the start and the end
   * @returns the number of steps, and the largest number of elements
   */
  const scrollThrough = async (isCounting) => {
    const element = scroller();
    const height = Math.min(element.clientHeight, innerHeight);
    const end = element.scrollHeight - height;
    const stretch = STEPS * height;
    let [steps, elements] = [0, 0];
    if (!isCounting) performance.mark(mark);
    for (const start of [0, (end - stretch) / 2, end - stretch]) {
      for (let step = 0; step <= STEPS; step += 1, steps += 1) {
        element.scrollTop = start + step * height;
        await bench.frames(2);
        if (isCounting) elements = Math.max(elements, countElements());
      }
    }
    if (!isCounting) performance.mark(mark);
    return { steps, elements };
  };

  Object.assign(bench, { expect, textAt, squeeze, countElements, scroller, scrollThrough });
}
