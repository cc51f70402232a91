import { Database } from '@api/platform/database/database';
import { activitySpec } from '@api/modules/activities/activity.dto';
import { attendanceSpec } from '@api/modules/attendances/attendance.dto';
import { centreSpec } from '@api/modules/centres/centre.dto';
import { companySpec } from '@api/modules/companies/company.dto';
import { investmentSpec } from '@api/modules/investments/investment.dto';
import { outcomeSpec } from '@api/modules/outcomes/outcome.dto';
import { participationSpec } from '@api/modules/participations/participation.dto';
import { spinOffSpec } from '@api/modules/spin-offs/spin-off.dto';
import type { ListQuery } from '@api/resource/list-filters';
import { RecordRepository } from '@api/resource/record-repository';
import { sortableFields } from '@api/resource/record-schemas';
import type { RecordSpec } from '@api/resource/record-spec';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { pageByPrisma } from '../support/lists-by-prisma';
import { randomRegister } from '../support/random-register';
import { loadRegister } from '../support/register-loader';

const SPECS = [
  activitySpec,
  attendanceSpec,
  centreSpec,
  companySpec,
  investmentSpec,
  outcomeSpec,
  participationSpec,
  spinOffSpec,
] as unknown as RecordSpec[];
const PAGE = { page: 1, perPage: 100 };

/** A list is a statement of our own: in the words of Prisma, the same filters and order must find the same. */
describe('lists by our statement and by Prisma', () => {
  let empty: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    empty = await createTestDatabase();
    const owner = new pg.Client({ connectionString: empty.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await loadRegister(owner, randomRegister(8));
    await owner.query('commit');
    await owner.end();
    database = new Database(empty.appUrl);
  });
  afterAll(async () => {
    await database.close();
    await empty.drop();
  });

  const listed = async (spec: RecordSpec, query: ListQuery, bound?: string[]): Promise<string[]> => {
    const { data } = await new RecordRepository(spec).list(database, query, bound);
    return data.map(({ id }) => id);
  };

  it.each(SPECS.map((spec) => [spec.resource, spec] as const))(
    'agree on %s, however sorted, filtered and bound',
    async (_resource, spec) => {
      const { data: records } = await new RecordRepository(spec).list(database, PAGE, undefined);
      expect(records.length).toBeGreaterThan(0);
      const centres = await database.prisma.centre.findMany({ select: { id: true }, take: 2 });
      const bound = centres.map(({ id }) => id);
      const queries: ListQuery[] = [{ ...PAGE }];
      for (const name of sortableFields(spec))
        queries.push({ ...PAGE, sort: name }, { ...PAGE, sort: `-${name}` });
      const [record = {}] = records as unknown as Record<string, unknown>[];
      for (const [name, { kind, references }] of Object.entries(spec.fields)) {
        const value = records.map((one) => (one as unknown as Record<string, unknown>)[name]).find(Boolean);
        // A company stands for its firm: both ways are asked for the companies of the firm by then.
        if (value === undefined || kind === 'json' || references === 'companies') continue;
        queries.push({ ...PAGE, [name]: [value].flat().map(String) });
        if (kind === 'date')
          queries.push({ ...PAGE, [`${name}From`]: value }, { ...PAGE, [`${name}To`]: value });
      }
      queries.push({ ...PAGE, id: [String(record.id)] });
      let compared = 0;
      for (const query of queries)
        for (const within of [undefined, bound]) {
          const byPrisma = await pageByPrisma(database, { spec, query, bound: within });
          if (!byPrisma) continue;
          compared += 1;
          expect([query, await listed(spec, query, within)]).toEqual([query, byPrisma]);
        }
      // Prisma has no words for the rest.
      expect(compared).toBeGreaterThan((queries.length * 2) / 3);
    },
  );
});
