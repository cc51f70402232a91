import type { Role } from '@fieldlab/domain';
import type { Question } from '../providers/questions';
import { dayBefore, type Comparison } from './comparison';

export const QUESTIONS_PATH = '/api/v1/figures/questions';

const HEADLINES = [
  'companies_participated',
  'companies_participating',
  'fieldlabs_active',
  'hubs_active',
  'spin_offs',
  'investment_realised',
  'investment_private',
  'investment_public',
];
const TRENDS = [
  'companies_participated',
  'companies_participating',
  'spin_offs',
  'investment_realised',
  'centres_active',
];
/** Of which is told what changed since somebody looked before. */
const WATCHED = [
  ...['companies_participated', 'companies_participating', 'companies_reached', 'centres_active'],
  ...['people_trained', 'spin_offs', 'new_products', 'new_services', 'production_starts', 'jobs'],
  ...['investment_realised', 'investment_committed'],
];

/** What the map shows. */
export const [COMPANIES, CENTRES] = ['companies_participated', 'centres_active'] as const;
/** Why one is more than the other is the question of the second door. */
export const DOOR = ['companies_reached', 'companies_participating'] as const;
/** Of a coordinator's own centres. */
export const OWN = [
  'companies_participating',
  'companies_participated',
  'people_trained',
  'spin_offs',
] as const;

export interface OverviewAsked {
  asOf: string;
  comparison: Comparison;
  /** When the reader looked before. */
  since: string | undefined;
  role: Role;
}

export type OverviewPart =
  'headlines' | 'own' | 'door' | 'before' | 'course' | 'provinces' | 'levels' | 'watched' | 'watchedBefore';

/** All that the overview asks about figures, in one request: what stands above is answered first. */
export function overviewQuestions({
  asOf,
  comparison,
  since,
  role,
}: OverviewAsked): Partial<Record<OverviewPart, Question>> {
  const kind = 'figures';
  return {
    headlines: { kind, asOf, indicator: HEADLINES },
    door: { kind, asOf, indicator: [...DOOR] },
    ...(role === 'COORDINATOR' && { own: { kind, asOf, by: 'centre', indicator: [...OWN] } }),
    before: { kind, asOf: dayBefore(asOf, comparison), indicator: HEADLINES },
    course: { kind, asOf, by: 'year', indicator: TRENDS },
    provinces: { kind, asOf, by: 'province', indicator: [COMPANIES, CENTRES] },
    levels: { kind: 'levels', asOf, every: 'year' },
    ...(since !== undefined && {
      watched: { kind, asOf, indicator: WATCHED },
      watchedBefore: { kind, asOf, knownAt: since, indicator: WATCHED },
    }),
  };
}
