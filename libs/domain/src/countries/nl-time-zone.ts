/** Apart from the rest of the country's profile, for who needs no more than a day. */
export const DUTCH_TIME_ZONE = 'Europe/Amsterdam';
