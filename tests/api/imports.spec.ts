import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportBench } from '../support/importing';

const WORKBOOK = fileURLToPath(new URL('../../prisma/demo/smart-industry-2021.xlsx', import.meta.url));

describe('the workbook of Smart Industry', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  it('is checked without a trace', async () => {
    const before = await bench.state();
    const result = await bench.importFile(WORKBOOK, { dryRun: true });
    expect(result).toMatchObject({ status: 'DONE', importId: null, openReviews: 5, faults: [] });
    expect(result.counts.companies).toEqual({ created: 852, updated: 0, unchanged: 0 });
    expect(await bench.state()).toEqual(before);
    expect(await bench.value('select count(*)::int from imports')).toBe(0);
  });

  it('becomes the register, in one revision', async () => {
    const told: [number, number][] = [];
    const result = await bench.importFile(WORKBOOK, { onProgress: (...progress) => told.push(progress) });
    expect(result.status).toBe('DONE');
    expect(result.counts).toEqual({
      programme: { created: 1, updated: 0, unchanged: 0 },
      centres: { created: 54, updated: 0, unchanged: 0 },
      companies: { created: 852, updated: 0, unchanged: 0 },
      participations: { created: 1647, updated: 0, unchanged: 0 },
      activities: { created: 291, updated: 0, unchanged: 0 },
      attendances: { created: 2303, updated: 0, unchanged: 0 },
      investments: { created: 349, updated: 0, unchanged: 0 },
      spin_offs: { created: 34, updated: 0, unchanged: 0 },
      outcomes: { created: 250, updated: 0, unchanged: 0 },
    });
    expect(result.openReviews).toBe(5);
    expect(await bench.value('select count(*)::int from duplicate_candidates')).toBe(5);
    expect(await bench.value('select count(*)::int from revisions')).toBe(1);
    expect(told.at(-1)).toEqual([5814, 5814]);
    expect(told.every(([done, total], index) => done <= total && done >= (told[index - 1]?.[0] ?? 0))).toBe(
      true,
    );
  });

  it('keeps money to the cent and numbers to the zero', async () => {
    expect(
      await bench.rows(`select amount_eur::text from investments where amount_eur::text like '1098639%'`),
    ).toEqual([['1098639.22']]);
    expect(
      await bench.value(
        `select sum(amount_eur)::text from investments where status = 'REALISED' and dated_on <= '2021-05-01'`,
      ),
    ).toBe('370000000.00');
    expect(
      await bench.rows(
        `select c.name, n.scheme from company_numbers n join companies c on c.id = n.company_id where n.number = '00000001'`,
      ),
    ).toEqual([['Sustainder B.V.', 'KVK']]);
    expect(await bench.rows(`select distinct scheme from company_numbers order by 1`)).toEqual([
      ['BE'],
      ['DE'],
      ['KVK'],
    ]);
  });

  it('changes nothing the second time, and says so', async () => {
    const before = await bench.state();
    const result = await bench.importFile(WORKBOOK);
    expect(result.status).toBe('DONE');
    expect(Object.values(result.counts).map(({ created, updated }) => created + updated)).toEqual(
      Array(9).fill(0),
    );
    expect(result.counts.companies?.unchanged).toBe(852);
    expect(result.openReviews).toBe(0);
    expect(result.warnings.filter(({ code }) => code.startsWith('DIFFERS'))).toEqual([]);
    expect(await bench.state()).toEqual(before);
    expect(
      await bench.rows(`select status, revision_id is null as quiet from imports order by created_at`),
    ).toEqual([
      ['DONE', false],
      ['DONE', true],
    ]);
  });
});
