import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief, ImportBench } from '../support/importing';
import type { Given, Sheets } from '../support/workbook';

const date = (text: string): Date => new Date(`${text}T00:00:00Z`);

const CENTRES: Given[][] = [
  ['code', 'kind', 'name', 'started_on'],
  ['A', 'FIELDLAB', 'Lab A', date('2018-01-01')],
  ['B', 'FIELDLAB', 'Lab B', date('2018-01-01')],
];
const COMPANY = ['ref', 'kvk_number', 'name', 'postcode', 'size_class', 'country', 'foreign_number'];
const PARTICIPATION = ['company_ref', 'centre_code', 'level', 'started_on', 'ended_on', 'note'];
const INVESTMENT = ['ref', 'centre_code', 'source', 'status', 'amount_eur', 'dated_on', 'company_ref'];

let bench: ImportBench;
beforeEach(async () => {
  bench = await ImportBench.open();
});
afterEach(() => bench.close());

const run = (text: string, values: unknown[] = []) => bench.owner.query(text, values);

/** Imports, and answers `created/updated/unchanged` by sheet. */
async function counts(sheets: Sheets): Promise<Record<string, string>> {
  const result = await bench.import(sheets);
  expect(brief(result.faults)).toEqual([]);
  return Object.fromEntries(
    Object.entries(result.counts).map(([sheet, { created, updated, unchanged }]) => [
      sheet,
      `${created}/${updated}/${unchanged}`,
    ]),
  );
}

const merge = (survivor: string, merged: string) =>
  run(`update companies set merged_into_id = (select id from companies where name = $1) where name = $2`, [
    survivor,
    merged,
  ]);

describe('companies', () => {
  it('with one number are one company, whose blanks are filled from the later row', async () => {
    const result = await bench.import({
      companies: [
        COMPANY,
        ['C1', '00000007', 'Zeven B.V.', null, null, null, null],
        ['C2', 7, 'ZEVEN BV', '1234 AB', 'SMALL', 'NL', null],
        ['C3', null, 'Acht', null, null, 'DE', 'HRB 8'],
        ['C4', '00000009', 'Acht GmbH', null, 'LARGE', 'DE', 'HRB 8'],
        ['C5', '00000009', 'Acht', null, null, null, null],
        ['C6', null, 'Acht', null, null, 'BE', 'HRB 8'],
      ],
    });
    expect(result.counts.companies).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect(brief(result.warnings)).toEqual([
      'companies 3 kvk_number COMPANY_NUMBER_PADDED',
      'companies 3 name DIFFERS_IN_WORKBOOK',
      'companies 5 name DIFFERS_IN_WORKBOOK',
    ]);
    expect(
      await bench.rows(`select c.name, c.country, p.size_class, p.postcode, array_agg(n.scheme || ' ' || n.number order by n.scheme)
                          from companies c join company_numbers n on n.company_id = c.id
                          left join company_profiles p on p.company_id = c.id
                         group by c.id, p.id order by min(n.number), 1, 2`),
    ).toEqual([
      ['Zeven B.V.', 'NL', 'SMALL', '1234 AB', ['KVK 00000007']],
      ['Acht', 'DE', 'LARGE', null, ['DE HRB 8', 'KVK 00000009']],
      ['Acht', 'BE', null, null, ['BE HRB 8']],
    ]);
  });

  it('that are registered have their blanks filled and nothing overwritten', async () => {
    await bench.import({ companies: [COMPANY, ['C1', '00000001', 'Een', null, 'SMALL', null, null]] });
    const later: Sheets = {
      companies: [COMPANY, ['X', '00000001', 'Een BV', '1234 AB', 'LARGE', 'BE', 'BE 1']],
    };
    const result = await bench.import(later);
    expect(result.counts.companies).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(brief(result.warnings).sort()).toEqual([
      'companies 2 country DIFFERS_FROM_REGISTER',
      'companies 2 name DIFFERS_FROM_REGISTER',
      'companies 2 size_class DIFFERS_FROM_REGISTER',
    ]);
    expect(
      await bench.rows(`select c.name, c.version, p.postcode, p.size_class, p.version as profile_version,
                               (select string_agg(scheme || number, ' ' order by scheme) from company_numbers)
                          from companies c join company_profiles p on p.company_id = c.id`),
    ).toEqual([['Een', 2, '1234 AB', 'SMALL', 2, 'BEBE 1 KVK00000001']]);
    expect(await counts(later)).toEqual({ companies: '0/0/1' });
  });

  it('are found by a former number, and by those of companies merged into them', async () => {
    await bench.import({
      centres: CENTRES,
      companies: [
        COMPANY,
        ['C1', '00000001', 'Survivor', null, null, null, null],
        ['C2', '00000002', 'Merged', null, null, null, null],
      ],
    });
    await run(`update company_numbers set valid_to = '2020-01-01' where number = '00000001'`);
    await run(`insert into company_numbers (company_id, scheme, number, valid_from)
               select id, 'KVK', '00000011', '2020-01-01' from companies where name = 'Survivor'`);
    await merge('Survivor', 'Merged');
    const result = await bench.import({
      companies: [
        COMPANY,
        ['X', '00000001', 'Survivor', '1234 AB', null, null, null],
        ['Y', '00000002', 'Survivor', null, 'MICRO', null, null],
      ],
      participations: [PARTICIPATION, ['Y', 'A', 'PARTNER', date('2020-01-01'), null, null]],
    });
    expect(brief([...result.faults, ...result.warnings])).toEqual([]);
    expect(result.counts.companies).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(
      await bench.rows(`select c.name from participations p join companies c on c.id = p.company_id`),
    ).toEqual([['Survivor']]);
  });

  it('whose numbers belong to two registered companies are a fault', async () => {
    await bench.import({
      companies: [
        COMPANY,
        ['C1', '00000001', 'Een', null, null, null, null],
        ['C2', null, 'Twee', null, null, 'DE', 'HRB 2'],
      ],
    });
    const result = await bench.import({
      companies: [COMPANY, ['C1', '00000001', 'Een', null, null, 'DE', 'HRB 2']],
    });
    expect(brief(result.faults)).toEqual(['companies 2 kvk_number NUMBERS_OF_DIFFERENT_COMPANIES']);
    expect(result.faults[0]?.message).toContain('Een, Twee');
  });

  it('without a number that look like another are kept apart and put up for review', async () => {
    const sheets: Sheets = {
      companies: [
        COMPANY,
        ['C1', '00000001', 'Café Zuid B.V.', '1234 AB', null, null, null],
        ['C2', null, 'CAFE ZUID', '1234ab', null, null, null],
        ['C3', null, 'Cafe Zuid', '9999 XX', null, null, null],
        ['C4', null, 'Noord', null, null, null, null],
        ['C5', null, 'Noord', null, null, null, null],
        ['C6', '00000002', 'Noord', '1234 AB', null, null, null],
      ],
    };
    const result = await bench.import(sheets);
    expect(result.counts.companies?.created).toBe(6);
    expect(result.openReviews).toBe(2);
    expect(brief(result.warnings)).toEqual([
      'companies 3 name POSSIBLE_DUPLICATE',
      'companies 6 name POSSIBLE_DUPLICATE',
    ]);
    expect(await bench.value('select count(*)::int from duplicate_candidates')).toBe(2);
    expect(await counts(sheets)).toEqual({ companies: '0/0/6' });
  });

  it('stay known after they were merged, overlapping participations and all', async () => {
    const sheets: Sheets = {
      centres: CENTRES,
      companies: [
        COMPANY,
        ['C1', '00000001', 'Zuid', '1234 AB', null, null, null],
        ['C2', null, 'zuid', '1234 AB', null, null, null],
      ],
      participations: [
        PARTICIPATION,
        ['C1', 'A', 'PARTNER', date('2019-01-01'), null, null],
        ['C2', 'A', 'PARTICIPANT', date('2019-06-01'), null, null],
      ],
      investments: [INVESTMENT, ['I1', 'A', 'COMPANIES', 'REALISED', 100, date('2020-01-01'), 'C2']],
    };
    await bench.import(sheets);
    await merge('Zuid', 'zuid');
    await run(`update investments set note = 'edited', amount_eur = 200`);
    const before = await bench.state();
    expect(await counts(sheets)).toEqual({
      centres: '0/0/2',
      companies: '0/0/1',
      participations: '0/0/2',
      investments: '0/0/1',
    });
    expect(await bench.state()).toEqual(before);
    const late = await bench.import({
      ...sheets,
      participations: [PARTICIPATION, ['C2', 'A', 'PARTNER', date('2020-01-01'), null, null]],
    });
    expect(brief(late.faults)).toEqual(['participations 2 started_on PARTICIPATION_OVERLAPS_REGISTER']);
  });
});

describe('rows that are registered', () => {
  const sheets: Sheets = {
    programme: [
      ['name', 'started_on'],
      ['P', date('2015-01-01')],
    ],
    centres: CENTRES,
    companies: [
      COMPANY,
      ['C1', '00000001', 'Een', null, null, null, null],
      ['C2', null, 'Twee', null, null, null, null],
    ],
    activities: [
      ['ref', 'centre_code', 'kind', 'title', 'held_on'],
      ['A1', 'A', 'SCAN', 'Scan', date('2020-01-01')],
      ['A2', 'A', 'SCAN', 'Scan', date('2020-01-01')],
    ],
    participations: [PARTICIPATION, ['C1', 'A', 'PARTNER', date('2020-01-01'), null, null]],
    attendances: [
      ['activity_ref', 'company_ref', 'people'],
      ['A1', 'C1', 3],
      ['A2', 'C2', 4],
    ],
    investments: [
      INVESTMENT,
      ['I1', 'A', 'COMPANIES', 'REALISED', 100, date('2020-01-01'), 'C1'],
      ['I2', 'A', 'COMPANIES', 'REALISED', 100, date('2020-01-01'), 'C1'],
    ],
    spin_offs: [
      ['ref', 'name', 'founded_on', 'centre_codes', 'claim_level'],
      ['S1', 'Spin', date('2020-01-01'), 'A; B', 'CONFIRMED'],
    ],
    outcomes: [
      ['ref', 'kind', 'title', 'company_ref', 'centre_codes', 'achieved_on', 'claim_level', 'activity_ref'],
      ['O1', 'JOBS', 'Werk', 'C2', 'A', date('2020-01-01'), 'CONFIRMED', 'A2'],
    ],
  };
  const ALL_UNCHANGED = {
    programme: '0/0/1',
    centres: '0/0/2',
    companies: '0/0/2',
    participations: '0/0/1',
    activities: '0/0/2',
    attendances: '0/0/2',
    investments: '0/0/2',
    spin_offs: '0/0/1',
    outcomes: '0/0/1',
  };

  it('stay unchanged after their records were edited', async () => {
    await bench.import(sheets);
    await run(`update companies set name = name || ' BV', website = 'x.nl'`);
    await run(`update company_numbers set number = '00000099'`);
    await run(`update centres set code = code || '1', name = 'Renamed'`);
    await run(`update activities set title = 'Other', held_on = '2021-01-01'`);
    await run(`update participations set started_on = '2019-01-01', level = 'REACHED', note = 'x'`);
    await run(`update attendances set people = people + 1`);
    await run(`update investments set amount_eur = amount_eur + 1`);
    await run(`update spin_offs set name = 'Other', centre_ids = centre_ids[1:1]`);
    await run(`update outcomes set quantity = 2`);
    const before = await bench.state();
    const result = await bench.import(sheets);
    expect(brief([...result.faults, ...result.warnings])).toEqual([]);
    expect(await counts(sheets)).toEqual(ALL_UNCHANGED);
    expect(await bench.state()).toEqual(before);
  });

  it('are the same under other refs and in another order', async () => {
    await bench.import(sheets);
    const before = await bench.state();
    const renamed = Object.fromEntries(
      Object.entries(sheets).map(([name, [header = [], ...rows]]): [string, Given[][]] => [
        name,
        [
          [...header],
          ...rows
            .map((row) =>
              row.map((cell) =>
                typeof cell === 'string' && /^[ACIOS][12]$/.test(cell) ? `${cell}-new` : cell,
              ),
            )
            .reverse(),
        ],
      ]),
    );
    expect(await counts(renamed)).toEqual(ALL_UNCHANGED);
    expect(await bench.state()).toEqual(before);
  });

  it('were made by hand with the same values, and are known from then on', async () => {
    const [header = [], row = []] = sheets.activities ?? [];
    // Of two equal activities nobody can tell which was meant by hand.
    const given = { ...sheets, activities: [header, row, row.with(0, 'A2').with(3, 'Scan 2')] };
    await bench.import(given);
    await run('delete from import_rows');
    const before = await bench.state();
    expect(await counts(given)).toEqual(ALL_UNCHANGED);
    expect(await bench.state()).toEqual(before);
    await run(`update investments set amount_eur = amount_eur + 1`);
    await run(`update activities set title = 'Other'`);
    expect(await counts(given)).toEqual(ALL_UNCHANGED);
  });

  it('count as often as they stand there', async () => {
    await bench.import(sheets);
    const [header = [], row = []] = sheets.investments ?? [];
    expect(
      await counts({ ...sheets, investments: [header, row, row.with(0, 'I2'), row.with(0, 'I3')] }),
    ).toMatchObject({
      investments: '1/0/2',
    });
    expect(await counts({ ...sheets, investments: [header, row] })).toMatchObject({ investments: '0/0/1' });
  });

  it('are left out with a warning when they were deleted since, and so is what refers to them', async () => {
    await bench.import(sheets);
    for (const table of [
      'attendances',
      'outcomes',
      'investments',
      'participations',
      'activities',
      'companies',
    ]) {
      await run(`update ${table} set deleted_at = now()`);
    }
    const before = await bench.state();
    const result = await bench.import({
      ...sheets,
      participations: [
        PARTICIPATION,
        ['C1', 'A', 'PARTNER', date('2020-01-01'), null, null],
        ['C1', 'B', 'PARTNER', date('2020-01-01'), null, null],
      ],
    });
    expect(result.counts).toMatchObject({
      companies: { created: 0, updated: 0, unchanged: 0 },
      participations: { created: 0 },
      spin_offs: { unchanged: 1 },
    });
    expect(brief(result.warnings)).toEqual([
      'companies 2 - RECORD_WAS_DELETED',
      'companies 3 - RECORD_WAS_DELETED',
      'participations 2 - RECORD_WAS_DELETED',
      'participations 3 - REFERENCE_LEFT_OUT',
      'activities 2 - RECORD_WAS_DELETED',
      'activities 3 - RECORD_WAS_DELETED',
      'attendances 2 - RECORD_WAS_DELETED',
      'attendances 3 - RECORD_WAS_DELETED',
      'investments 2 - RECORD_WAS_DELETED',
      'investments 3 - RECORD_WAS_DELETED',
      'outcomes 2 - RECORD_WAS_DELETED',
    ]);
    expect(await bench.state()).toEqual(before);
  });

  it('come back when it was an undo that deleted them', async () => {
    await bench.import({ companies: sheets.companies ?? [] });
    await run(
      'begin; update companies set deleted_at = now(); update imports set undo_revision_id = current_revision(); commit',
    );
    expect(await counts({ companies: sheets.companies ?? [] })).toEqual({ companies: '2/0/0' });
    expect(await counts({ companies: sheets.companies ?? [] })).toEqual({ companies: '0/0/2' });
  });

  it('have their blanks filled and their differences named', async () => {
    await bench.import(sheets);
    const result = await bench.import({
      programme: [
        ['name', 'started_on'],
        ['Q', date('2015-01-01')],
      ],
      centres: [
        ['code', 'kind', 'name', 'province', 'ended_on'],
        ['A', 'HUB', 'Lab A', 'Drenthe', date('2023-01-01')],
      ],
      companies: sheets.companies ?? [],
      participations: [
        PARTICIPATION,
        ['C1', 'A', 'ENGAGED', date('2020-01-01'), date('2021-01-01'), 'note'],
        ['C1', 'A', 'PARTNER', date('2021-01-01'), null, null],
      ],
      activities: sheets.activities ?? [],
      attendances: [
        ['activity_ref', 'company_ref', 'people'],
        ['A1', 'C1', 9],
      ],
    });
    expect(brief(result.faults)).toEqual([]);
    expect(brief(result.warnings)).toEqual([
      'programme 2 name DIFFERS_FROM_REGISTER',
      'centres 2 kind DIFFERS_FROM_REGISTER',
      'participations 2 level DIFFERS_FROM_REGISTER',
      'attendances 2 people DIFFERS_FROM_REGISTER',
    ]);
    expect(result.counts).toMatchObject({
      centres: { created: 0, updated: 1, unchanged: 0 },
      participations: { created: 1, updated: 1, unchanged: 0 },
      attendances: { created: 0, updated: 0, unchanged: 1 },
    });
    expect(
      await bench.rows(`select level, started_on, ended_on, note from participations order by started_on`),
    ).toEqual([
      ['PARTNER', '2020-01-01', '2021-01-01', 'note'],
      ['PARTNER', '2021-01-01', null, null],
    ]);
  });

  it('keep a centre from ending before what it holds, and from holding what overlaps', async () => {
    await bench.import(sheets);
    const result = await bench.import({
      centres: [
        ['code', 'kind', 'name', 'started_on', 'ended_on'],
        ['A', 'FIELDLAB', 'Lab A', null, date('2019-01-01')],
        ['B', 'FIELDLAB', 'Lab B', null, date('2017-01-01')],
      ],
      companies: sheets.companies ?? [],
      participations: [PARTICIPATION, ['C1', 'A', 'PARTNER', date('2018-06-01'), date('2020-06-01'), null]],
    });
    expect(brief(result.faults)).toEqual([
      'centres 2 ended_on CENTRE_LEAVES_PARTICIPATIONS',
      'centres 3 ended_on ENDS_BEFORE_START',
      'participations 2 started_on PARTICIPATION_OVERLAPS_REGISTER',
    ]);
  });
});
