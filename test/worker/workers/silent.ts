// Started, and deaf: as if a policy had refused it without a word.
export {};
