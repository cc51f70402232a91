import type { Database } from '@api/platform/database/database';
import { figuresOn, reconciliationOn } from '../support/figures';
import { compare, type Measured } from './compare';

const AS_OF = '2021-05-01';

/** The best statement that we could write by hand for the three company indicators, and nothing else. */
const THREE_INDICATORS = `
  select count(*) filter (where flags & 1 > 0), count(*) filter (where flags & 2 > 0), count(*) filter (where flags & 4 > 0)
    from (
      select p.company_id, bit_or(case
               when p.started_on > '${AS_OF}' or least(p.ended_on, z.ended_on) <= '2015-01-01' then 0
               when p.level < 'PARTICIPANT' then 1
               when z.started_on <= '${AS_OF}' and coalesce(least(p.ended_on, z.ended_on) > '${AS_OF}', true) then 7
               else 3 end) as flags
        from participations p join centres z on z.id = p.centre_id
       where p.deleted_at is null
       group by p.company_id) f
    join companies c on c.id = f.company_id and c.organisation_type = 'BUSINESS'`;

export async function benchFigures(database: Database, between: string): Promise<Measured[]> {
  const figures = figuresOn(database);
  const reconciliation = reconciliationOn(database);
  const side = (indicator: string) => ({ indicator, asOf: AS_OF });
  const all = (knownAt?: string) => figures.compute({ asOf: AS_OF, knownAt }, 'en');
  return [
    await compare({
      what: 'All indicators, 100,000 companies, 500 centres, 1,000,000 participations',
      run: () => all(),
      reference: 'one hand-written statement for three company indicators',
      referenceRun: () => database.pool.query(THREE_INDICATORS),
      aim: 'at most 1.5',
    }),
    await compare({
      what: 'All indicators as known before 100,000 corrections',
      run: () => all(between),
      reference: 'the same as known now',
      referenceRun: () => all(),
      aim: 'at most 2',
    }),
    await compare({
      what: 'The bridge from companies reached to companies participating',
      run: () =>
        reconciliation.bridge(
          { left: side('companies_reached'), right: side('companies_participating') },
          'en',
          (step) => step,
        ),
      reference: 'the two figures',
      referenceRun: async () => {
        for (const code of ['companies_reached', 'companies_participating']) {
          await figures.compute({ asOf: AS_OF, indicators: [code] }, 'en');
        }
      },
      aim: 'at most 3',
    }),
  ];
}
