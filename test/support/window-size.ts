/** The window of a page that many files share, in px: the mouse reaches only what is in it. A test that changes it restores it. */
export const WINDOW_SIZE = { width: 1320, height: 1000 };
