import type { LaterMessages } from '../messages';
import { comparing } from './comparing';
import { publicly } from './publicly';
import { reports } from './reports';

/** Words that come with the pages that say them, and not with the first page. */
export const later = { comparing, reports, publicly } satisfies LaterMessages;
