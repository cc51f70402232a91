import type { nl } from '../../i18n/help/nl';

/** Whatever has an explanation; a list, chart or figure without one does not compile. */
export type HelpTopic = keyof typeof nl;
