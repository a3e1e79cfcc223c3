import type * as ViewerPackage from "../index.js";
import { createViewer } from "./create-viewer.js";
import { createPortalSession } from "./portal-session.js";
import type { PortalSettings } from "./portal-settings.js";

export interface Panel {
  /** Shows the viewer in place of `list`; `back` gets the focus when it is closed. */
  open(list: HTMLElement, back: HTMLElement): void;
  readonly isOpen: boolean;
}

/** Creates the panel: a Back button, a heading and the viewer. The viewer keeps its events while the panel is closed. */
export function createPanel(settings: PortalSettings): Panel {
  const panel = document.createElement("div");
  const back = document.createElement("button");
  const heading = document.createElement("h2");
  const content = document.createElement("div");
  back.type = "button";
  back.className = "btn";
  back.append(settings.backText);
  heading.tabIndex = -1;
  heading.append(settings.cardTitle);
  panel.dataset["auditLogPanel"] = "";
  panel.append(back, heading, content);

  let close = () => {};
  back.addEventListener("click", () => close());
  let hasViewer = false;

  return {
    get isOpen() {
      return panel.isConnected;
    },
    open(list, returnTo) {
      if (panel.isConnected) return;
      const show = hide(list);
      list.after(panel);
      close = () => {
        panel.remove();
        show();
        returnTo.focus();
      };
      if (!hasViewer) void addViewer(content, settings);
      hasViewer = true;
      // The clicked card is hidden, and has lost the focus.
      heading.focus();
    },
  };
}

async function addViewer(content: HTMLElement, settings: PortalSettings): Promise<void> {
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  message.append(settings.loadingText);
  content.append(message);
  try {
    const viewerPackage = (await import(/* @vite-ignore */ settings.module)) as typeof ViewerPackage;
    const viewer = createViewer(viewerPackage);
    const adapter = viewerPackage.createFetchAdapter(createPortalSession({ baseUrl: settings.apiBase }));
    Object.assign(viewer, { adapter }, settings.properties);
    // The viewer checks the values. The server is set by `settings.apiBase`.
    for (const name of viewerPackage.AuditLogViewer.observedAttributes) {
      const value = Object.hasOwn(settings.attributes, name) ? settings.attributes[name] : undefined;
      if (value !== undefined && value !== "false" && name !== "api-base") viewer.setAttribute(name, value);
    }
    content.replaceChildren(viewer);
  } catch (error) {
    message.textContent = settings.failedText;
    console.warn(`Audit log: ${settings.module} could not be loaded.`, error);
  }
}

/** Hides an element, also against `!important` rules of the page. Returns a function that shows it again. */
function hide({ style }: HTMLElement): () => void {
  const [value, priority] = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
  style.setProperty("display", "none", "important");
  return () => style.setProperty("display", value, priority);
}
