import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief, ImportBench } from '../support/importing';
import { csvOf, temporaryFile, temporaryFolder, zipOf, type Sheets } from '../support/workbook';

/** The same small programme in many notations. */
const DUTCH: Sheets = {
  Resultaten: [
    [
      'Bewijs',
      'Aantal',
      'Behaald op',
      'Praktijkomgevingen',
      'Bedrijf',
      'Titel',
      'SOORT',
      'Verwijzing',
      'Onderbouwing',
    ],
    [null, '2,5', '1 mei 2021', 'FL-1', 'B1', 'Werk', 'Banen', 'R1', 'Eigen opgave'],
  ],
  Investeringen: [
    ['Bedrag', 'Verwijzing', 'Fieldlab', 'Bron', 'Status', 'Datum', 'Vorm', 'Financier'],
    ['€ 370.000,-', 'I1', 'FL-1', 'Rijk', 'Gerealiseerd', '31-12-2020', null, 'Fonds'],
    ['1.234,56', 'I2', 'FL-1', 'bedrijven', 'toegezegd', '1/2/2020', 'in natura', null],
    ['370.000', 'I3', 'FL-1', 'EU', 'gerealiseerd', '2020-02-01', 'In geld', null],
  ],
  Deelnames: [
    ['Laatste dag', 'Bedrijf', 'Fieldlab', 'Niveau', 'Sinds', 'Opmerking'],
    ['31-12-2020', 'B1', 'FL-1', 'deelnemer', '3 mrt 2019', 'Eerste'],
    [null, 'B1', 'FL-1', 'Partner', '01-01-2021', null],
  ],
  Bedrijven: [
    [
      'Naam',
      'Verwijzing',
      'KvK nummer',
      'Soort organisatie',
      'Rechtsvorm',
      'Grootteklasse',
      'Provincie',
      'Postcode',
    ],
    ['Café Zuid B.V.', 'B1', '12345678', null, 'b.v.', 'Klein', 'Noord-Brabant', '5611ab'],
    ['Universiteit', 'B2', null, 'Kennisinstelling', null, null, 'Friesland', null],
  ],
  'Fieldlabs & hubs': [
    ['Laatste dag', 'Startdatum', 'Code', 'Soort', 'Naam', 'Hub', 'Technologieën', 'Provincie', 'Type'],
    [null, '1-1-2018', 'FL-1', 'Fieldlab', 'Lab', 'H-1', '5G; AI', 'Drenthe', 'Vaardigheden'],
    [null, '1-1-2018', 'H-1', 'Hub', 'Noord', null, null, null, null],
  ],
  Programma: [
    ['Startdatum', 'Naam'],
    ['1 januari 2015', 'Smart Industry'],
  ],
};

/** As csv: every value a text, in the first seen order of its sheets. */
const files = (delimiter: string): Record<string, string> =>
  Object.fromEntries(Object.entries(DUTCH).map(([name, rows]) => [`${name}.csv`, csvOf(rows, delimiter)]));

describe('a workbook in Dutch, its sheets and columns shuffled', () => {
  let bench: ImportBench;
  beforeEach(async () => {
    bench = await ImportBench.open();
  });
  afterEach(() => bench.close());

  async function expectRegister(): Promise<void> {
    expect(await bench.rows(`select name, started_on from programmes`)).toEqual([
      ['Smart Industry', '2015-01-01'],
    ]);
    expect(
      await bench.rows(`select c.code, c.kind, h.code as hub, c.type, c.province, c.technologies, c.started_on
                          from centres c left join centres h on h.id = c.hub_id order by c.code`),
    ).toEqual([
      ['FL-1', 'FIELDLAB', 'H-1', 'SKILLS', 'NL-DR', ['5G', 'AI'], '2018-01-01'],
      ['H-1', 'HUB', null, null, null, [], '2018-01-01'],
    ]);
    expect(
      await bench.rows(`select c.name, c.match_name, c.organisation_type, c.legal_form, c.country, n.number, p.size_class, p.postcode, p.province
                          from companies c left join company_numbers n on n.company_id = c.id
                          left join company_profiles p on p.company_id = c.id order by c.name`),
    ).toEqual([
      ['Café Zuid B.V.', 'cafe zuid', 'BUSINESS', 'BV', 'NL', '12345678', 'SMALL', '5611 AB', 'NL-NB'],
      ['Universiteit', 'universiteit', 'KNOWLEDGE', null, 'NL', null, null, null, 'NL-FR'],
    ]);
    expect(
      await bench.rows(`select level, started_on, ended_on, note from participations order by started_on`),
    ).toEqual([
      ['PARTICIPANT', '2019-03-03', '2021-01-01', 'Eerste'],
      ['PARTNER', '2021-01-01', null, null],
    ]);
    expect(
      await bench.rows(
        `select source, status, form, amount_eur::text, dated_on, funder from investments order by amount_eur, source`,
      ),
    ).toEqual([
      ['COMPANIES', 'COMMITTED', 'IN_KIND', '1234.56', '2020-02-01', null],
      ['NATIONAL', 'REALISED', 'CASH', '370000.00', '2020-12-31', 'Fonds'],
      ['EU', 'REALISED', 'CASH', '370000.00', '2020-02-01', null],
    ]);
    expect(await bench.rows(`select kind, quantity::text, claim_level, achieved_on from outcomes`)).toEqual([
      ['JOBS', '2.50', 'SELF_REPORTED', '2021-05-01'],
    ]);
  }

  it('is read as an .xlsx', async () => {
    const result = await bench.import(DUTCH);
    expect(brief(result.faults)).toEqual([]);
    expect(brief(result.warnings)).toEqual(['investments 4 amount_eur THOUSANDS_ASSUMED']);
    await expectRegister();
  });

  it('is read as a folder with semicolons, and a second time as a zip with commas without a change', async () => {
    expect((await bench.importFile(await temporaryFolder(files(';')))).status).toBe('DONE');
    await expectRegister();
    const before = await bench.state();
    const again = await bench.importFile(await temporaryFile('export.zip', zipOf(files(','))));
    expect(again).toMatchObject({ status: 'DONE', counts: { companies: { created: 0, unchanged: 2 } } });
    expect(await bench.state()).toEqual(before);
  });

  it('is read as Windows-1252, with a warning', async () => {
    const latin = Object.entries(files(';')).map(
      ([name, text]) => [name, Buffer.from(text.replace(/€/g, 'EUR'), 'latin1')] as const,
    );
    const result = await bench.importFile(await temporaryFolder(Object.fromEntries(latin)));
    expect(brief(result.faults)).toEqual([]);
    expect(brief(result.warnings)).toContain('companies - - READ_AS_WINDOWS_1252');
    await expectRegister();
  });

  it('speaks Dutch when asked', async () => {
    const result = await bench.import(
      {
        Programma: [
          ['Naam', 'Startdatum'],
          ['X', 'mei 2015'],
        ],
      },
      { language: 'nl' },
    );
    expect(result.faults).toEqual([
      {
        sheet: 'programme',
        row: 2,
        column: 'started_on',
        value: 'mei 2015',
        code: 'DATE_INCOMPLETE',
        message: '“mei 2015” noemt geen dag. Als de eerste dag bedoeld is, schrijf dan 2015-05-01.',
      },
    ]);
  });
});
