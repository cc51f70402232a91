import type { IndicatorCode } from './catalogue';

export type IndicatorGroupName = 'centres' | 'companies' | 'results' | 'investments';

/** The indicators in the order and the groups in which people look for them. */
export const INDICATOR_GROUPS: readonly { name: IndicatorGroupName; codes: readonly IndicatorCode[] }[] = [
  {
    name: 'companies',
    codes: [
      'companies_participated',
      'companies_participating',
      'companies_new',
      'companies_reached',
      'participations',
      'sme_share',
    ],
  },
  { name: 'centres', codes: ['fieldlabs_active', 'hubs_active', 'centres_active', 'fieldlabs_started'] },
  {
    name: 'results',
    codes: [
      'people_trained',
      'spin_offs',
      'spin_offs_active',
      'new_products',
      'new_services',
      'jobs',
      'production_starts',
    ],
  },
  {
    name: 'investments',
    codes: [
      'investment_realised',
      'investment_committed',
      'investment_private',
      'investment_public',
      'leverage',
    ],
  },
];
