/** Under which the list of one's own keys is remembered while the program is open. */
export const TOKENS = ['api-tokens'];
