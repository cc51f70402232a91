import { COMPANY_BREAKDOWNS, PRIVATE_SOURCES, PUBLIC_SOURCES, type OutcomeKind } from '@fieldlab/domain';
import { sql } from '../../../platform/database/sql';
import type { RecordTraits } from '../columns/records';
import { recordFamily, type RecordFamily } from './record-family';
import { flow } from './record-spec';
import type { RegisterAt } from './register-at';

const ofCompany = (register: RegisterAt) =>
  sql`join ${register.table('companies')} c on c.id = member.company_id`;
const hasLink = ({ link }: { link: string | null }): boolean => link !== null;
const all = (): boolean => true;

/** People at trainings: one person in two trainings counts twice. */
const trainingFamily = recordFamily({
  kind: 'attendances',
  ofCompanies: 'all',
  label: sql`c.name || ' – ' || v.title`,
  named: (register) =>
    sql`${ofCompany(register)} join ${register.table('activities')} v on v.id = t.activity_id`,
  measures: {
    people_trained: flow(({ kind }) => kind === 'TRAINING', 'amount'),
  },
  attributes: [],
});

const spinOffFamily = recordFamily({
  kind: 'spin_offs',
  ofCompanies: 'none',
  label: sql`t.name`,
  measures: {
    spin_offs: flow(all, 'record'),
    spin_offs_active: { isStock: true, counts: all, adds: 'record' },
  },
  attributes: ['claimLevel'],
  evidenced: hasLink,
});

const of =
  (wanted: OutcomeKind) =>
  ({ kind }: RecordTraits<'outcomes'>): boolean =>
    kind === wanted;

const outcomeFamily = recordFamily({
  kind: 'outcomes',
  ofCompanies: 'all',
  label: sql`t.title || ' – ' || c.name`,
  named: ofCompany,
  measures: {
    new_products: flow(of('NEW_PRODUCT'), 'amount'),
    new_services: flow(of('NEW_SERVICE'), 'amount'),
    jobs: flow(of('JOBS'), 'amount'),
    production_starts: flow(of('PRODUCTION_START'), 'business'),
  },
  attributes: ['claimLevel', ...COMPANY_BREAKDOWNS],
  evidenced: hasLink,
});

type Investment = RecordTraits<'investments'>;
const isRealised = ({ status }: Investment): boolean => status === 'REALISED';
const isFrom =
  (sources: readonly string[]) =>
  ({ source }: Investment): boolean =>
    source !== null && sources.includes(source);
const [isPrivate, isPublic] = [isFrom(PRIVATE_SOURCES), isFrom(PUBLIC_SOURCES)];

const investmentFamily = recordFamily({
  kind: 'investments',
  ofCompanies: 'some',
  label: sql`z.name || ' – ' || to_char(t.dated_on, 'YYYY-MM-DD') || ' – € ' || t.amount_eur`,
  named: (register) => sql`join ${register.table('centres')} z on z.id = t.centre_id`,
  measures: {
    investment_realised: flow(isRealised, 'amount'),
    investment_committed: flow(({ status }) => status === 'COMMITTED', 'amount'),
    investment_private: flow((one) => isRealised(one) && isPrivate(one), 'amount'),
    investment_public: flow((one) => isRealised(one) && isPublic(one), 'amount'),
    leverage: {
      counts: (one) => isRealised(one) && (isPrivate(one) || isPublic(one)),
      adds: 'amount',
      under: isPublic,
    },
  },
  evidenced: () => false,
  attributes: ['source', 'form', 'funder'],
  trait: ({ status, source }) => `${String(status)}:${String(source)}`,
});

/** All kinds of records that figures are read off. */
export const RECORD_FAMILIES: readonly RecordFamily[] = [
  trainingFamily,
  spinOffFamily,
  outcomeFamily,
  investmentFamily,
];
