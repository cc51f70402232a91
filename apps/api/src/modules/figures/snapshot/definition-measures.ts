import { PRIVATE_SOURCES, PUBLIC_SOURCES, type Breakdown } from '@fieldlab/domain';

/** How an indicator is read off records t in a period s, in SQL for DuckDB. */
export interface RecordDefinition {
  from: string;
  /** The list of centres in which a record lies. */
  centres: string;
  value: string;
  attributes: Partial<Record<Breakdown, string>>;
}

/** Aggregates over firms, which carry flags. */
export const FIRM_VALUES: Readonly<Record<string, string>> = {
  companies_reached: 'count(*) filter (where flags & 1 > 0)',
  companies_participated: 'count(*) filter (where flags & 2 > 0)',
  companies_participating: 'count(*) filter (where flags & 4 > 0)',
  companies_new: 'count(*) filter (where flags & 48 = 16)',
  participations: 'sum(centres) filter (where flags & 2 > 0)',
  sme_share: quotient(
    `100 * count(*) filter (where flags & 2 > 0 and size_class < 'LARGE'::size_class)`,
    'count(*) filter (where flags & 2 > 0 and size_class is not null)',
    1,
  ),
};

const during = (date: string): string => `${date} <= s.d and (s.f is null or ${date} >= s.f)`;
const count = (when: string): string => `count(*) filter (where ${when})`;
const sum = (amount: string, when: string): string => `sum(${amount}) filter (where ${when})`;

/** One amount divided by another, half up, counted in whole hundredths and never in floating point. */
function quotient(dividend: string, divisor: string, decimals: 1 | 2): string {
  const hundredths = (amount: string): string => `(100 * (${amount})::numeric(18, 2))::bigint`;
  const [by, unit] = [hundredths(divisor), String(10 ** decimals)];
  return `((2 * ${unit} * ${hundredths(dividend)} + ${by}) // (2 * nullif(${by}, 0)))::numeric(18, 0) * ${String(10 ** -decimals)}`;
}

const AFTER_MERGES = `left join merged m on m.id = t.company_id join companies c on c.id = coalesce(m.root, t.company_id)`;
const families = {
  centres: { from: 'centres t', centres: '[t.id]', attributes: {} },
  attendances: {
    from: `attendances t join activities v on v.id = t.activity_id ${AFTER_MERGES}`,
    centres: '[v.centre_id]',
    attributes: {},
  },
  spinOffs: { from: 'spin_offs t', centres: 't.centre_ids', attributes: { claimLevel: 't.claim_level' } },
  outcomes: {
    from: `outcomes t ${AFTER_MERGES}`,
    centres: 't.centre_ids',
    attributes: {
      claimLevel: 't.claim_level',
      province: 'pr.province',
      municipality: 'mu.key',
      sizeClass: 'pr.size_class',
    },
  },
  investments: {
    from: 'investments t',
    centres: '[t.centre_id]',
    attributes: { source: 't.source', form: 't.form', funder: 't.funder' },
  },
} satisfies Record<string, Omit<RecordDefinition, 'value'>>;

const isOpen = (condition: string): string =>
  count(`${condition} and t.started_on <= s.d and (t.ended_on is null or s.d < t.ended_on)`);
const began = (kind: string): string => count(`t.kind = '${kind}' and ${during('t.started_on')}`);
const achieved = (kind: string): string =>
  sum('t.quantity', `t.kind = '${kind}' and ${during('t.achieved_on')}`);
const money = (condition: string): string => sum('t.amount_eur', `${during('t.dated_on')} and ${condition}`);
const realisedFrom = (sources: readonly string[]): string =>
  money(`t.status = 'REALISED' and t.source in (${sources.map((source) => `'${source}'`).join(', ')})`);
const PRIVATE = realisedFrom(PRIVATE_SOURCES);
const PUBLIC = realisedFrom(PUBLIC_SOURCES);

/** By indicator, what is read off records. */
export const RECORD_DEFINITIONS: Readonly<Record<string, RecordDefinition>> = {
  fieldlabs_active: { ...families.centres, value: isOpen(`t.kind = 'FIELDLAB'`) },
  hubs_active: { ...families.centres, value: isOpen(`t.kind = 'HUB'`) },
  centres_active: { ...families.centres, value: isOpen('true') },
  fieldlabs_started: { ...families.centres, value: began('FIELDLAB') },
  people_trained: {
    ...families.attendances,
    value: sum('t.people', `v.kind = 'TRAINING' and ${during('v.held_on')}`),
  },
  spin_offs: { ...families.spinOffs, value: count(during('t.founded_on')) },
  spin_offs_active: {
    ...families.spinOffs,
    value: count('t.founded_on <= s.d and (t.dissolved_on is null or s.d < t.dissolved_on)'),
  },
  new_products: { ...families.outcomes, value: achieved('NEW_PRODUCT') },
  new_services: { ...families.outcomes, value: achieved('NEW_SERVICE') },
  jobs: { ...families.outcomes, value: achieved('JOBS') },
  production_starts: {
    ...families.outcomes,
    value: `count(distinct c.id) filter (where t.kind = 'PRODUCTION_START' and c.organisation_type = 'BUSINESS' and ${during('t.achieved_on')})`,
  },
  investment_realised: { ...families.investments, value: money(`t.status = 'REALISED'`) },
  investment_committed: { ...families.investments, value: money(`t.status = 'COMMITTED'`) },
  investment_private: { ...families.investments, value: PRIVATE },
  investment_public: { ...families.investments, value: PUBLIC },
  leverage: { ...families.investments, value: quotient(`coalesce(${PRIVATE}, 0)`, PUBLIC, 2) },
};

/** How a record is brought together with its firm c. */
export const OF_FIRMS = AFTER_MERGES;
