import type { LitElement, ReactiveController } from "lit";
import { LazyLoader } from "../../../ui/lazy-loader.js";
import type { HandleSide, Selecting, SelectingCode, SelectingSetting, StripUse } from "./parts.js";
import { findStep } from "./walk.js";

/**
 * The input of the strip. Arrow keys walk between the bars at once. All else is done by a part that loads when the pointer or the
 * focus reaches the strip: what is pressed earlier waits for it. Offline, the bars can still be read, and the next use tries again.
 */
export class StripInput implements ReactiveController {
  /** undefined until the part has loaded. */
  part: Selecting | undefined;
  readonly #host: LitElement;
  readonly #setting: SelectingSetting;
  readonly #loader: LazyLoader;
  #waiting: StripUse[] = [];

  constructor(host: LitElement, load: () => Promise<SelectingCode>, setting: SelectingSetting) {
    this.#host = host;
    this.#setting = setting;
    this.#loader = new LazyLoader(host, async () => {
      this.part = (await load()).createSelecting(host, setting);
      this.part.enter();
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#waiting = [];
  }

  readonly preload = (): void => this.#use();

  readonly onPointer = (event: PointerEvent): void => {
    const { type, currentTarget, pointerId: pointer } = event;
    const plot = currentTarget as Element;
    const { left, width } = plot.getBoundingClientRect();
    const edges = this.#setting.edges();
    const [from, until] = [edges[0]!, edges[edges.length - 1]!];
    const time = from + ((event.clientX - left) / width) * (until - from);
    const isMouse = event.pointerType === "mouse";
    const use = { type, pointer, isMouse, time, side: findSide(event), extend: event.shiftKey };
    if (type === "pointerdown") {
      if (event.button !== 0) return;
      plot.setPointerCapture(pointer);
      this.#use(use);
    } else if (this.part) this.part.use(use);
    // What follows a press waits behind it; without one, it is not worth a request.
    else if (this.#waiting.length > 0) this.#waiting.push(use);
  };

  readonly onLeave = (): void => this.part?.leave();

  readonly onFocus = (): void => {
    if (this.part) this.part.enter();
    else this.preload();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const { type, key, shiftKey: extend, ctrlKey, metaKey, altKey } = event;
    const step = findStep(key);
    if (ctrlKey || metaKey || altKey) return;
    const side = findSide(event);
    if (step === undefined && key !== "Enter" && (key !== " " || side)) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.part || extend || step === undefined || this.#waiting.length > 0) {
      this.#use({ type, key, side, extend });
    } else {
      this.#setting.walk.bar += step;
      this.#host.requestUpdate();
      this.#setting.focusBar();
    }
  };

  /** Escape ends a drag or removes the selection, also while the focus is on a handle or a button of it. */
  readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    const isWaiting = this.#waiting.length > 0;
    this.#waiting = [];
    if (this.part?.escape() || isWaiting) event.stopPropagation();
  };

  /** Loads the part if it is missing, and then does what is waiting. */
  #use(use?: StripUse): void {
    if (use && this.part) return this.part.use(use);
    if (use) this.#waiting.push(use);
    void this.#loader.load().then(() => {
      for (const next of this.#waiting.splice(0)) this.part?.use(next);
    });
  }
}

function findSide({ target }: Event): HandleSide | undefined {
  return (target as Element).closest<SVGElement>("[data-side]")?.dataset["side"] as HandleSide | undefined;
}
