import type { nl } from './nl';

/** What every language must have: Dutch is written first, and a missing key elsewhere fails compilation. */
export type Messages = Texts<typeof nl>;

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The paths of all texts, such as `frame.menu.search`. */
export type MessageKey = Paths<Omit<typeof nl, 'ra' | 'resources'>>;

type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>;
}[keyof T & string];
