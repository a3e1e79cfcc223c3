/** The budget ended in the middle of a second. The next read of this second continues with the pages read so far. */
export class Paused extends Error {}
