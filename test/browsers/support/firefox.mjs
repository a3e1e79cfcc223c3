import { onPath, loadPuppeteer } from "./installed.mjs";

const findExecutable = () => process.env.FIREFOX_PATH || onPath("firefox-esr", "firefox");

/** The reason why Firefox cannot start; undefined if it can. */
export const explainMissingFirefox = () =>
  findExecutable()
    ? undefined
    : "Firefox is not installed, so nothing was tried in it. On Debian: apt-get install firefox-esr. Elsewhere, set FIREFOX_PATH.";

const PREFERENCES = {
  // The browser sends no requests of its own.
  "app.normandy.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "intl.accept_languages": "en-US",
  // The panel of downloads would take the keyboard focus from the page.
  "browser.download.alwaysOpenPanel": false,
};

/** Firefox, controlled over WebDriver BiDi. */
export async function startFirefox({ width, height }) {
  const library = await loadPuppeteer();
  const browser = await library.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: findExecutable(),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    defaultViewport: { width, height },
    protocolTimeout: 120_000,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  return {
    version: await browser.version(),
    open: (url) => page.goto(url),
    evaluate: (work, ...values) => page.evaluate(work, ...values),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
