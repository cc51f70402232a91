import type { nl } from './nl';
import type { later } from './nl/later';

/** What every language must have: Dutch is written first, and a missing key elsewhere fails compilation. */
export type Messages = Texts<typeof nl>;
/** The same of the words that come with the pages that say them. */
export type LaterMessages = Texts<typeof later>;

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The paths of all texts, such as `frame.menu.search`. */
export type MessageKey = Paths<Omit<typeof nl, 'ra' | 'resources'>> | Paths<typeof later>;

type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>;
}[keyof T & string];
