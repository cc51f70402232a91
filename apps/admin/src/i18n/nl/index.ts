import { audit } from './audit';
import { course } from './course';
import { dashboard, figures, search } from './dashboard';
import { doorway } from './doorway';
import { duplicates } from './duplicates';
import { evidence } from './evidence';
import { frame } from './frame';
import { imports } from './imports';
import { logging } from './logging';
import { ra } from './ra';
import { activities } from './activities';
import { pastingValues } from './pasting-values';
import { people } from './people';
import { register } from './register';
import { reportValues } from './report-values';
import { resources } from './resources';
import { roundValues } from './round-values';
import { targets } from './targets';

export const nl = {
  ra,
  resources,
  doorway,
  frame,
  register,
  logging,
  pasting: pastingValues,
  activities,
  people,
  evidence,
  dashboard,
  figures,
  course,
  targets,
  rounds: roundValues,
  search,
  reports: reportValues,
  imports,
  duplicates,
  audit,
};
