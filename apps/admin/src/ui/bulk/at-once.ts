/** As many rows as the server answers at once. */
export const MOST_AT_ONCE = 100;
