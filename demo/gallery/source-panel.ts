import { element } from "./element.js";
import { sourceText } from "./source-text.js";

/** How long "Copied" is shown, ms. */
const SHOWN_FOR = 2000;

export interface Source {
  /** The file's name. */
  readonly file: string;
  /** The file that runs, imported with `?raw`. */
  readonly text: string;
}

/** Creates the source to copy. If the clipboard is blocked, it selects the text and asks the user to copy it. */
export function sourcePanel({ file, text }: Source): HTMLElement {
  const source = sourceText(text);
  const code = element("pre", { tabIndex: 0, role: "group", ariaLabel: `Source of ${file}` }, [
    element("code", { textContent: source, translate: false }),
  ]);
  const said = element("span", { className: "source-said", role: "status" });
  const copy = element("button", { type: "button", textContent: "Copy" });
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
  const heading = element("h2", { id: "source", tabIndex: -1, textContent: "Source" });
  return element("section", { className: "source" }, [
    element("div", { className: "source-head" }, [
      heading,
      element("span", { className: "source-file", textContent: file }),
      said,
      copy,
    ]),
    code,
  ]);
}
