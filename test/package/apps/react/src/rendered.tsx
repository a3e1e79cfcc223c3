import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { AuditLogInBrowser } from "./documented-1";

/* What a server would send stands in the page before React takes it over: nothing of the viewer may be lost by that. */
const app = document.getElementById("app")!;
app.append(document.createRange().createContextualFragment(renderToString(<AuditLogInBrowser />)));
hydrateRoot(app, <AuditLogInBrowser />);
