/** Interrupts long work from time to time: returns a promise if the work should pause now, else undefined. */
export type Pause = () => Promise<void> | undefined;
