import { lazyWithWords } from '../../i18n/later-words';

/** Most who open a list paste nothing. */
export const PasteDialog = lazyWithWords(() => import('./PasteDialog'));
