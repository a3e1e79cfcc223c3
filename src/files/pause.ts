/** Where a long piece of work lets others in: waits where its turn is over, else answers nothing. */
export type Pause = () => Promise<void> | undefined;
