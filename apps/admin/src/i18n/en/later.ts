import type { LaterMessages } from '../messages';
import { account, users } from './account';
import { comments } from './comments';
import { comparing } from './comparing';
import { duplicates } from './duplicates';
import { editing } from './editing';
import { evidence } from './evidence';
import { importing } from './importing';
import { imports } from './imports';
import { lookup } from './lookup';
import { notifications } from './notifications';
import { pasting } from './pasting';
import { privacy } from './privacy';
import { proposals } from './proposals';
import { publicly } from './publicly';
import { reports } from './reports';
import { rounds } from './rounds';
import { targets } from './targets';
import { views } from './views';

/** Words that come with the pages that say them, and not with the first page. */
export const later = {
  account,
  users,
  comments,
  comparing,
  duplicates,
  reports,
  rounds,
  targets,
  editing,
  evidence,
  importing,
  imports,
  lookup,
  pasting,
  privacy,
  proposals,
  publicly,
  notifications,
  views,
} satisfies LaterMessages;
