import type { OutcomeKind } from '@fieldlab/domain';
import { raw, sql, type Sql } from '../../../platform/database/sql';
import { PROFILE_COLUMNS } from './profile-columns';
import { measured, recordFamily, type RecordFamily } from './record-family';
import type { RegisterAt } from './register-at';

/** Dated in F..D, both included. */
const during = (date: Sql): Sql => sql`${date} <= s.d and (s.f is null or ${date} >= s.f)`;

/** A flow: what is dated in F..D, and meets the condition. */
const flow = (date: Sql, condition: Sql, aggregate: Sql) =>
  measured(date, sql`${during(date)} and ${condition}`, aggregate);

const count = sql`count(*)`;

/** A link of the record's own, or a piece of evidence that hangs from it. */
const evidenced =
  (resource: string, own: Sql = sql`false`) =>
  (register: RegisterAt): Sql =>
    sql`(${own} or t.id in (select e.record_id from ${register.table('evidence')} e where e.resource = ${resource}))`;
const OWN_LINK = sql`t.evidence_url is not null`;

/** People at trainings: one person in two trainings counts twice. */
const trainingFamily = recordFamily({
  resource: 'attendances',
  from: (register) => sql`${register.table('attendances')} t
    join ${register.table('activities')} v on v.id = t.activity_id
    left join ${register.merged()} m on m.id = t.company_id
    join ${register.table('companies')} c on c.id = coalesce(m.root, t.company_id)`,
  centres: { one: sql`v.centre_id` },
  label: sql`c.name || ' – ' || v.title`,
  measures: {
    people_trained: flow(sql`v.held_on`, sql`v.kind = 'TRAINING'`, sql`sum(t.people)`),
  },
  attributes: {},
  firm: sql`t.company_id`,
});

const spinOffFamily = recordFamily({
  resource: 'spin-offs',
  from: (register) => sql`${register.table('spin_offs')} t`,
  centres: { many: sql`t.centre_ids` },
  label: sql`t.name`,
  measures: {
    spin_offs: flow(sql`t.founded_on`, sql`true`, count),
    spin_offs_active: {
      ...measured(
        sql`t.founded_on`,
        sql`t.founded_on <= s.d and (t.dissolved_on is null or s.d < t.dissolved_on)`,
        count,
      ),
      ever: sql`t.founded_on <= s.d`,
    },
  },
  attributes: { claimLevel: sql`t.claim_level` },
  evidenced: evidenced('spin-offs', OWN_LINK),
  trait: sql`case when t.dissolved_on is null then null else 'DISSOLVED' end`,
});

const achieved = sql`t.achieved_on`;
const of = (kind: OutcomeKind): Sql => sql`t.kind = ${raw(`'${kind}'`)}`;
const quantity = sql`sum(t.quantity)`;

/** c is the firm after merges, whose attributes count. */
const outcomeFamily = recordFamily({
  resource: 'outcomes',
  from: (register) => sql`${register.table('outcomes')} t
    left join ${register.merged()} m on m.id = t.company_id
    join ${register.table('companies')} c on c.id = coalesce(m.root, t.company_id)`,
  centres: { many: sql`t.centre_ids` },
  label: sql`t.title || ' – ' || c.name`,
  measures: {
    new_products: flow(achieved, of('NEW_PRODUCT'), quantity),
    new_services: flow(achieved, of('NEW_SERVICE'), quantity),
    jobs: flow(achieved, of('JOBS'), quantity),
    production_starts: {
      ...flow(
        achieved,
        sql`${of('PRODUCTION_START')} and c.organisation_type = 'BUSINESS'`,
        sql`count(distinct c.id)`,
      ),
      member: { resource: 'companies', id: sql`c.id`, label: sql`c.name` },
    },
  },
  firm: sql`t.company_id`,
  evidenced: evidenced('outcomes', OWN_LINK),
  attributes: { claimLevel: sql`t.claim_level`, ...PROFILE_COLUMNS },
});

const PRIVATE = sql`t.source = 'COMPANIES'`;
const PUBLIC = sql`t.source in ('NATIONAL', 'REGIONAL', 'EU')`;
const dated = sql`t.dated_on`;
const realised = sql`t.status = 'REALISED'`;
const euros = sql`sum(t.amount_eur)`;

const investmentFamily = recordFamily({
  resource: 'investments',
  from: (register) => sql`${register.table('investments')} t
    join ${register.table('centres')} z on z.id = t.centre_id`,
  centres: { one: sql`t.centre_id` },
  label: sql`z.name || ' – ' || to_char(t.dated_on, 'YYYY-MM-DD') || ' – € ' || t.amount_eur`,
  measures: {
    investment_realised: flow(dated, realised, euros),
    investment_committed: flow(dated, sql`t.status = 'COMMITTED'`, euros),
    investment_private: flow(dated, sql`${realised} and ${PRIVATE}`, euros),
    investment_public: flow(dated, sql`${realised} and ${PUBLIC}`, euros),
    leverage: {
      date: dated,
      when: sql`${during(dated)} and ${realised} and (${PRIVATE} or ${PUBLIC})`,
      // Empty when there is no public money; half up to two decimals.
      value: sql`round(coalesce(sum(t.amount_eur) filter (where ${during(dated)} and ${realised} and ${PRIVATE}), 0)
        / sum(t.amount_eur) filter (where ${during(dated)} and ${realised} and ${PUBLIC}), 2)`,
    },
  },
  evidenced: evidenced('investments'),
  attributes: { source: sql`t.source`, form: sql`t.form`, funder: sql`t.funder` },
  trait: sql`t.status || ':' || t.source`,
  firm: sql`t.company_id`,
});

/** All kinds of records that figures are read off. */
export const RECORD_FAMILIES: readonly RecordFamily[] = [
  trainingFamily,
  spinOffFamily,
  outcomeFamily,
  investmentFamily,
];
