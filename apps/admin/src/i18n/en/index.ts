import english from 'ra-language-english';
import type { Messages } from '../messages';
import { audit } from './audit';
import { course } from './course';
import { dashboard, figures, search } from './dashboard';
import { doorway } from './doorway';
import { duplicateValues } from './duplicate-values';
import { frame } from './frame';
import { importValues } from './import-values';
import { logging } from './logging';
import { activities } from './activities';
import { pastingValues } from './pasting-values';
import { people } from './people';
import { proposalValues } from './proposal-values';
import { register } from './register';
import { reportValues } from './report-values';
import { resources } from './resources';
import { roundValues } from './round-values';
import { targetValues } from './target-values';

export const en = {
  ra: english.ra,
  resources,
  doorway,
  frame,
  register,
  logging,
  pasting: pastingValues,
  activities,
  people,
  dashboard,
  figures,
  course,
  targets: targetValues,
  rounds: roundValues,
  search,
  reports: reportValues,
  imports: importValues,
  duplicates: duplicateValues,
  proposals: proposalValues,
  audit,
} satisfies Messages;
