import { writeFileSync } from "node:fs";
import { defaultReporter } from "@web/test-runner";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { createServer } from "vite";
import { BROWSER_FLAGS, findBrowser } from "./scripts/find-browser.mjs";
import { moveClock } from "./test/support/moved-clock.mjs";
import { FILE_MS, TEST_MS } from "./test/support/time-limits.mjs";

// Lit as it ships: its build for development is slower, and nobody reads what it says.
process.env.NODE_ENV ??= "production";

/** Tests run on the same transforms as the build: Vite is a middleware of the test runner. */
const vite = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "warn",
  publicDir: false,
  // Apart from the demo's, so that a demo that runs meanwhile does not disturb the tests.
  cacheDir: "node_modules/.vite-test",
  // Seeded tests run again with the seed that `ALV_TEST_SEED` names (test/support/seeds.ts).
  envPrefix: ["VITE_", "ALV_TEST_"],
  server: { middlewareMode: true, hmr: false, ws: false },
  plugins: [
    {
      name: "test-runner-modules",
      enforce: "pre",
      resolveId: (id) => (id.startsWith("/__web") ? { id, external: true } : undefined),
    },
  ],
  resolve: { dedupe: ["lit", "@lit/reactive-element", "lit-html", "lit-element"] },
  optimizeDeps: {
    entries: ["test/**/*.test.ts", "src/**/*.ts"],
    include: ["@floating-ui/dom"],
    exclude: ["@web/test-runner-commands"],
  },
});

/**
 * Vite adds this import to a module that imports what it is told to. The real client opens a socket, which this server does not
 * have; on a slow machine the page hears of that, and the test run fails.
 */
const CLIENT = "export const injectQuery = (url) => url;";

const throughVite = (context, next) => {
  if (context.path === "/@vite/client") {
    context.type = "text/javascript";
    context.body = CLIENT;
    return undefined;
  }
  // The guide is a page as it is.
  if (context.path === "/" || /^\/(?:__web|docs\/user-guide\/)/.test(context.path)) return next();
  return new Promise((resolve, reject) => {
    context.res.once("close", resolve);
    context.respond = false;
    context.res.statusCode = 200;
    vite.middlewares(context.req, context.res, () => {
      context.respond = true;
      next().then(resolve, reject);
    });
  });
};

/** Counts for the closing line of `npm test`. */
const countingReporter = {
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    const count = (suite) => {
      for (const test of suite.tests) {
        if (test.skipped) continue;
        if (test.passed) passed += 1;
        else failed += 1;
      }
      suite.suites.forEach(count);
    };
    for (const session of sessions) {
      if (session.testResults) count(session.testResults);
      if (session.errors.length > 0) failed += 1;
    }
    if (process.env.ALV_TEST_COUNTS) writeFileSync(process.env.ALV_TEST_COUNTS, JSON.stringify({ passed, failed }));
  },
};

export default {
  // Longest first. Most files share pages (test/pages): a page of its own costs more than most of their tests.
  files: [
    "test/api/properties.test.ts",
    "test/flows/themes.test.ts",
    "test/pages/*.ts",
    "test/{flows/secrets,api/fuzz,demo/theme-builder}.test.ts",
    "test/**/*.test.ts",
    // Packages that a folder of tests has installed for itself bring their own.
    "!test/**/node_modules/**",
    "!test/{analysis,core,element,features,files,hosts,i18n,mocks,search,ui,views,worker}/**",
    "!test/api/{*/**,!(properties|fuzz|failures).test.ts}",
    "!test/flows/!(host-dates|odd-pages|print|quoted-tokens|secrets|themes).test.ts",
  ],
  concurrency: 2,
  browserStartTimeout: TEST_MS,
  testsStartTimeout: TEST_MS,
  testsFinishTimeout: FILE_MS,
  testFramework: { config: { timeout: TEST_MS } },
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  middleware: [throughVite],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    countingReporter,
  ],
  plugins: [{ name: "close-vite", serverStop: () => vite.close() }],
  browsers: [
    playwrightLauncher({
      product: "chromium",
      launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS },
      createBrowserContext: async ({ browser }) => {
        const context = await browser.newContext({
          timezoneId: "America/New_York",
          locale: "en-US",
          permissions: ["clipboard-read", "clipboard-write"],
        });
        const { ALV_TEST_NOW } = process.env;
        if (ALV_TEST_NOW) await context.addInitScript(moveClock, ALV_TEST_NOW);
        return context;
      },
    }),
  ],
};
