/** Imitations of the classic portal's Integrations page. */

const createCard = (title, text, more = "") => `
      <li class="span4 integration${more}"><div class="thumbnail">
        <img src="/pages/none.png" width="48" height="48" alt="">
        <h4><a class="integration-link" href="/integrations/${title}">${title}</a></h4><p class="muted">${text}</p>
      </div></li>`;

export const CARDS =
  createCard("CRM", "Match calls to customers.", " active") +
  createCard("Recording", "Store and search calls.") +
  createCard("Messages", "Keep text messages.");

export const LIST = `<ul class="thumbnails" id="integrations-list">${CARDS}
    </ul>`;

/** The page as its server sends it: first its own scripts, then the extra script of the partner. */
export const createPortalPage = ({
  title = "Integrations",
  head = "",
  content = `<div class="page-header"><h1>${title}</h1></div>${LIST}`,
  script = "",
} = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} - Manager Portal</title>
<link rel="stylesheet" href="/pages/portal.css">${head}<script src="/pages/hostile.js"></script></head><body>
<div class="navbar"><ul class="nav"><li><a href="/home">Home</a></li><li class="active"><a href="/integrations">Integrations</a></li></ul></div>
<div class="container" id="content">${content}</div>
<div class="footer"><ul><li><a href="/help">Help</a></li><li><a href="/terms">Terms</a></li></ul></div>
${script}</body></html>`;

export const findCardLink = (page) => page.getByRole("link", { name: "Audit Log", exact: true });
export const countCards = (page) => page.locator("[data-audit-log-card]").count();
export const findBackButton = (page) => page.getByRole("button", { name: "Back to Integrations" });
