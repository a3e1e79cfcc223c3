import { fileURLToPath } from "node:url";

/*
 * The gallery's pictures: every demo in a state that shows what it promises, in both color schemes. `npm run screenshots
 * gallery` takes them.
 */
const FOLDER = fileURLToPath(new URL("../../demo/gallery/pictures/", import.meta.url));
/** The part of the page in the picture, and the size of the file, in px: sharp on a card of half that width. */
const TAKEN = { width: 1024, height: 640 };
/** For pages with something beside the viewer. */
const WIDE = { width: 1280, height: 800 };
const WRITTEN = { width: 760, height: 475 };
const QUALITY = 0.8;
/** The space above the top of the picture. */
const MARGIN = 12;

const rows = (root) => root.getByRole("button", { name: /^Details: / });

const searched = (page) => rows(page).first().waitFor();

async function opened(root) {
  await rows(root).first().click();
  await root.getByRole("button", { name: "Copy details" }).waitFor();
}

/** The first page opens an event by itself. */
const portal = (page) => page.getByRole("button", { name: "Copy details" }).waitFor();

async function ticket(page) {
  await opened(page);
  await page.getByRole("button", { name: "Add the open event" }).click();
}

async function board(page) {
  await searched(page);
  await page.getByLabel("Theme").selectOption("Northlight");
}

async function fuchsia(page) {
  await page.getByLabel("Start from").selectOption("fuchsia");
  await searched(page);
}

/** The package in the frame may have to be built first. */
const hostile = (page) => rows(page.frameLocator("iframe").first()).first().waitFor({ timeout: 300_000 });

const strict = (page) => opened(page.frameLocator("iframe"));

async function failing(page) {
  await searched(page);
  await page.getByLabel("Failure").selectOption("500");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: "Try again" }).waitFor();
}

/**
 * The folder of the demo, what to do on its page, the element at the top of the picture (by default the top of the
 * page), the size, and whether the element is at the bottom instead.
 */
export const GALLERY = [
  ["quick-start", searched],
  ["", portal, undefined, WIDE],
  ["react", ticket, ".stage", WIDE],
  ["vue", board, ".stage"],
  ["horizon", searched, ".stage"],
  ["theme-builder", fuchsia, undefined, WIDE],
  ["many-events", searched, ".stage"],
  ["hostile-host", hostile, ".stage", TAKEN, true],
  ["strict-policy", strict, ".stage", TAKEN, true],
  ["failing-servers", failing, ".controls"],
].flatMap(([folder, act, from, size = TAKEN, isEnd = false]) =>
  ["light", "dark"].map((theme) => {
    const name = `${folder || "portal"}${theme === "dark" ? "-dark" : ""}`;
    return {
      name: `gallery-${name}`,
      file: `${FOLDER}${name}.webp`,
      url: folder && `${folder}/`,
      width: size.width,
      theme,
      act,
      small: { from, size, isEnd },
    };
  }),
);

/** Takes a part of the page for the gallery, in the browser's own WebP. */
export async function takeSmall(page, { from, size, isEnd }) {
  // A part further down the page may reach below the window.
  await page.setViewportSize(from ? { ...size, height: 4 * size.height } : size);
  const box = from && (await page.locator(from).first().boundingBox());
  const top = !box ? 0 : Math.round(isEnd ? box.y + box.height + MARGIN - size.height : box.y - MARGIN);
  const clip = { x: 0, y: top, ...size };
  const png = await page.screenshot({ animations: "disabled", clip });
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(
    async ([base64, { width, height }, quality]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]), {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: "high",
      });
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const written = await canvas.convertToBlob({ type: "image/webp", quality });
      return btoa(Array.from(new Uint8Array(await written.arrayBuffer()), (one) => String.fromCharCode(one)).join(""));
    },
    [png.toString("base64"), WRITTEN, QUALITY],
  );
  return Buffer.from(webp, "base64");
}
