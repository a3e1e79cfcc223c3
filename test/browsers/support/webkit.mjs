import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { onPath } from "./installed.mjs";

const findDriver = () => process.env.WEBKIT_DRIVER_PATH || onPath("WebKitWebDriver");

/** The reason why WebKit cannot start; undefined if it can. */
export function explainMissingWebKit() {
  if (!findDriver())
    return "WebKit is not installed, so nothing was tried in it. On Debian: apt-get install webkit2gtk-driver xvfb.";
  if (!process.env.DISPLAY && !onPath("Xvfb"))
    return "WebKit has no screen to draw on, so nothing was tried in it. On Debian: apt-get install xvfb.";
  return undefined;
}

/** The keys for which WebDriver has code points. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  Backspace: "\uE003",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  End: "\uE010",
  Home: "\uE011",
};

async function findFreePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A virtual screen, if there is no real one. */
async function startScreen() {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close: () => undefined };
  let number = 90;
  while (existsSync(`/tmp/.X11-unix/X${number}`)) number += 1;
  const server = spawn("Xvfb", [`:${number}`, "-screen", "0", "1600x2000x24", "-nolisten", "tcp"], { stdio: "ignore" });
  while (!existsSync(`/tmp/.X11-unix/X${number}`)) {
    if (server.exitCode !== null) throw new Error(`Xvfb ended with ${server.exitCode}.`);
    await pause(50);
  }
  return { display: `:${number}`, close: () => server.kill() };
}

/** Sends one WebDriver command. @returns its value; throws an error with the driver's message */
async function send(url, method, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** The small browser of WebKitGTK, controlled over WebDriver. */
export async function startWebKit({ width, height }) {
  const { display, close: closeScreen } = await startScreen();
  const port = await findFreePort();
  const base = `http://127.0.0.1:${port}`;
  const driver = spawn(findDriver(), [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1", LANG: "en_US.UTF-8" },
  });
  const stop = () => {
    driver.kill();
    closeScreen();
  };
  try {
    while (!(await send(`${base}/status`, "GET").catch(() => undefined))) {
      if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
      await pause(50);
    }
    const started = await send(`${base}/session`, "POST", { capabilities: { alwaysMatch: {} } });
    const session = `${base}/session/${started.sessionId}`;
    await send(`${session}/timeouts`, "POST", { script: 120_000, pageLoad: 120_000 });
    const act = (...sources) => send(`${session}/actions`, "POST", { actions: sources });
    const keys = (list) => {
      const actions = list.flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
      return act({ type: "key", id: "keyboard", actions });
    };
    const evaluate = (work, ...args) =>
      send(`${session}/execute/async`, "POST", {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve().then(() => (${work})(...[].slice.call(arguments, 0, -1)))
            .then((value) => done({ value }), (error) => done({ problem: String(error) }));`,
        args,
      }).then(({ value, problem }) => {
        if (problem) throw new Error(problem);
        return value ?? undefined;
      });
    // The size of a window includes its frame.
    const frame = await evaluate(() => [window.outerWidth - innerWidth, window.outerHeight - innerHeight]);
    await send(`${session}/window/rect`, "POST", { width: width + frame[0], height: height + frame[1] });
    const { browserName, browserVersion } = started.capabilities;
    return {
      version: `WebKitGTK ${browserVersion} (${browserName})`,
      open: (url) => send(`${session}/url`, "POST", { url }),
      evaluate,
      click: (x, y) =>
        act({
          type: "pointer",
          id: "mouse",
          parameters: { pointerType: "mouse" },
          actions: [
            { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) },
            { type: "pointerDown", button: 0 },
            { type: "pointerUp", button: 0 },
          ],
        }),
      press: (key) => keys([KEYS[key]]),
      type: (text) => keys([...text]),
      close: async () => {
        await send(session, "DELETE").catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
