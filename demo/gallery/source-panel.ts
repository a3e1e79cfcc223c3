import { createElement } from "./element.js";
import { extractSource } from "./source-text.js";

/** How long "Copied" is shown, ms. */
const SHOWN_FOR = 2000;

export interface Source {
  /** The file's name. */
  readonly file: string;
  /** The file that runs, imported with `?raw`. */
  readonly text: string;
}

/** Creates the source to copy. If the clipboard is blocked, it selects the text and asks the user to copy it. */
export function createSourcePanel({ file, text }: Source): HTMLElement {
  const source = extractSource(text);
  const code = createElement("pre", { tabIndex: 0, role: "group", ariaLabel: `Source of ${file}` }, [
    createElement("code", { textContent: source, translate: false }),
  ]);
  const said = createElement("span", { className: "source-said", role: "status" });
  const copy = createElement("button", { type: "button", textContent: "Copy" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  copy.addEventListener("click", async () => {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(source);
      said.textContent = "Copied";
      timer = setTimeout(() => (said.textContent = ""), SHOWN_FOR);
    } catch {
      // This page may not use the clipboard, but the user can copy the selected text.
      getSelection()?.selectAllChildren(code);
      code.focus();
      said.textContent = "Clipboard blocked. The source is selected: copy it with Ctrl+C or ⌘C.";
    }
  });
  const heading = createElement("h2", { id: "source", tabIndex: -1, textContent: "Source" });
  return createElement("section", { className: "source" }, [
    createElement("div", { className: "source-head" }, [
      heading,
      createElement("span", { className: "source-file", textContent: file }),
      said,
      copy,
    ]),
    code,
  ]);
}
