import { Database } from '@api/platform/database/database';
import { rowsOf } from '@api/platform/database/sql';
import { activitySpec } from '@api/modules/activities/activity.dto';
import { attendanceSpec } from '@api/modules/attendances/attendance.dto';
import { centreSpec } from '@api/modules/centres/centre.dto';
import { companySpec } from '@api/modules/companies/company.dto';
import { investmentSpec } from '@api/modules/investments/investment.dto';
import { outcomeSpec } from '@api/modules/outcomes/outcome.dto';
import { participationSpec } from '@api/modules/participations/participation.dto';
import { spinOffSpec } from '@api/modules/spin-offs/spin-off.dto';
import type { ListQuery } from '@api/records/list-filters';
import { RecordRepository } from '@api/records/record-repository';
import { recordQuery } from '@api/records/record-query';
import { sortableFields } from '@api/records/record-schemas';
import { pageStatement } from '@api/records/record-sql';
import type { RecordSpec } from '@api/records/record-spec';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';
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

/** A list without words is read by Prisma, one with them is found by SQL: the same filters and order must mean the same. */
describe('lists by Prisma and by SQL', () => {
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

  const byPrisma = async (spec: RecordSpec, query: ListQuery, bound?: string[]): Promise<string[]> => {
    const { data } = await new RecordRepository(spec).list(database, query, bound);
    return data.map(({ id }) => id);
  };
  const bySql = async (spec: RecordSpec, query: ListQuery, bound?: string[]): Promise<string[]> => {
    const rows = await rowsOf<{ id: string }>(database.pool, pageStatement(spec, query, bound));
    return rows.map(({ id }) => id);
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
      for (const query of queries) {
        expect([query, await byPrisma(spec, query)]).toEqual([query, await bySql(spec, query)]);
        expect([query, await byPrisma(spec, query, bound)]).toEqual([query, await bySql(spec, query, bound)]);
      }
      // Most of them are Prisma's: else this would compare SQL with itself.
      const own = queries.filter((query) => recordQuery(spec, query, undefined) !== undefined);
      expect(own.length).toBeGreaterThan(queries.length / 3);
    },
  );
});
