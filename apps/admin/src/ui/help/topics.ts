import type { RegisterResource } from '@fieldlab/domain';
import type { nl } from '../../i18n/help/nl';

export type OwnTopic = keyof typeof nl;

/** Whatever has an explanation; a list, chart or figure without one does not compile. */
export type HelpTopic = OwnTopic | RegisterResource;
