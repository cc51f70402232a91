import { NETHERLANDS } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { readBlock } from '../ui/pasting/block';
import { firmsOf, isUntyped, meaningOf, rowOf, type Meaning } from './firms';
import { lineKey, readLines } from './lines';
import { guessRoles } from './roles';

describe(readBlock.name, () => {
  it('reads what Excel puts on the clipboard, quotes and breaks in cells included', () => {
    expect(readBlock('Bedrijf\tNotitie\r\n"Jansen ""Staal"" BV"\t"twee\nregels"\r\n\t\r\n')).toEqual([
      ['Bedrijf', 'Notitie'],
      ['Jansen "Staal" BV', 'twee regels'],
    ]);
  });

  it('reads semicolons and commas where there are no tabs, and one column where there is nothing', () => {
    expect(readBlock('Jansen;3\nDe Vries;4')).toEqual([
      ['Jansen', '3'],
      ['De Vries', '4'],
    ]);
    expect(readBlock('Jansen\nDe Vries, Zonen en Co\nBakker')).toEqual([
      ['Jansen'],
      ['De Vries, Zonen en Co'],
      ['Bakker'],
    ]);
  });

  it('leaves out columns in which nothing stands', () => {
    expect(readBlock('A\t\t1\nB\t\t2')).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });
});

describe(guessRoles.name, () => {
  it.each([
    ['Naam\tBedrijf\tE-mail\nAn\tJansen BV\tan@jansen.example', ['none', 'company', 'none']],
    ['Name\tKvK-nummer\tAantal personen\nJansen\t12345678\t3', ['company', 'number', 'people']],
    ['Sinds\tNiveau\tOrganisatie\n1-5-2021\tpartner\tTNO', ['date', 'level', 'company']],
  ])('goes by the header: %s', (text, roles) => {
    expect(guessRoles(readBlock(text))).toEqual({ hasHeader: true, roles });
  });

  it.each([
    ['3\t12345678\tJansen Metaal BV', ['people', 'number', 'company']],
    ['An de Wit\tJansen BV\t1 mei 2021\nBo Bos\tDe Vries B.V.\t2 mei 2021', ['none', 'company', 'date']],
    ['Jansen\t7511AB\tdeelnemer\nDe Vries\t1011 ab\tpartner', ['company', 'postcode', 'level']],
    ['Jansen Metaal\nDe Vries Textiel', ['company']],
    ['1234567\tNul Vooraan', ['number', 'company']],
  ])('goes by the cells: %s', (text, roles) => {
    expect(guessRoles(readBlock(text))).toEqual({ hasHeader: false, roles });
  });
});

describe(readLines.name, () => {
  const block = readBlock(
    'Jansen BV\t1234567\t3\t1-5-2021\nJANSEN\t01234567\t2\tmorgen\nDe Vries\tgeen\tveel\t\n\t\t4\t',
  );
  const lines = readLines(block, ['company', 'number', 'people', 'date'], false);

  it('reads whom a row means and what it says, and what it cannot read', () => {
    expect(lines).toMatchObject([
      { row: 1, name: 'Jansen BV', number: '01234567', people: 3, date: '2021-05-01', faults: [] },
      { row: 2, name: 'JANSEN', number: '01234567', people: 2, faults: ['date'] },
      { row: 3, name: 'De Vries', number: '', faults: ['number', 'people'] },
    ]);
  });

  it('takes eight digits for a number, also in the column of names', () => {
    expect(readLines([['12345678', '2']], ['company', 'people'], false)).toMatchObject([
      { name: '', number: '12345678', people: 2 },
    ]);
  });

  it('knows rows of one firm', () => {
    const keys = lines.map(lineKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe(firmsOf.name, () => {
  const lines = readLines(
    readBlock('Jansen BV\t3\tactief\nStaalbedrijf Jansen\t2\tpartner\nNieuw BV\t1\t\nNIEUW\t4\t\nWeg\t9\t'),
    ['company', 'people', 'level'],
    false,
  );
  const jansen = { id: 'j', name: 'Jansen BV' };
  const meanings: Meaning[] = [
    { kind: 'company', company: jansen, by: 'NAME' },
    { kind: 'company', company: jansen, by: null },
    { kind: 'new', organisationType: undefined },
    { kind: 'new', organisationType: 'BUSINESS' },
    { kind: 'skip' },
  ];
  const firms = firmsOf(lines.map((line, index) => ({ line, meaning: meanings[index] ?? { kind: 'skip' } })));

  it('adds up the people of a firm that stands twice, by whatever name', () => {
    expect(firms.map(({ key, people, level }) => [key, people, level])).toEqual([
      ['j', 5, 'PARTNER'],
      ['nieuw|', 5, undefined],
    ]);
  });

  it('writes what is not there yet, and nothing twice', () => {
    const target = { centreId: 'c', activityId: 'a', withParticipation: true } as const;
    const present = { participating: new Set(['j']), attending: new Set<string>() };
    const rows = firms.map((firm) =>
      rowOf(firm, { ...target, level: 'ENGAGED', date: '2020-03-01' }, present, undefined),
    );
    expect(rows).toEqual([
      { companyId: 'j', attendance: { activityId: 'a', people: 5 } },
      {
        newCompany: { name: 'Nieuw BV', organisationType: 'BUSINESS' },
        participation: { centreId: 'c', level: 'ENGAGED', startedOn: '2020-03-01' },
        attendance: { activityId: 'a', people: 5 },
      },
    ]);
    const all = { participating: new Set(['j']), attending: new Set(['j']) };
    expect(
      firms[0] && rowOf(firms[0], { ...target, level: 'ENGAGED', date: '2020-03-01' }, all, undefined),
    ).toBeUndefined();
  });
});

describe('a new company of a list', () => {
  const read = (text: string) => readLines(readBlock(text), ['company', 'postcode', 'town'], false);
  const typeOf = (name: string, choice?: Parameters<typeof meaningOf>[2]) =>
    read(`${name}\t\t`).map((line) => meaningOf(line, undefined, choice));

  it('is what its name tells or somebody said, and nothing as long as neither is so', () => {
    expect(typeOf('Gemeente Enschede')).toEqual([{ kind: 'new', organisationType: 'PUBLIC' }]);
    expect(typeOf('Zonnewiel')).toEqual([{ kind: 'new', organisationType: undefined }]);
    expect(typeOf('Zonnewiel', { kind: 'new', organisationType: 'EDUCATION' })).toEqual([
      { kind: 'new', organisationType: 'EDUCATION' },
    ]);
    expect(typeOf('Zonnewiel', { kind: 'new' }).map((meaning) => meaning.kind)).toEqual(['new']);
    const untyped = firmsOf(
      read('Zonnewiel\t\t\nROC van Twente\t\t').map((line) => ({
        ...{ line, meaning: meaningOf(line, undefined, undefined) },
      })),
    ).filter(isUntyped);
    expect(untyped.map(({ lines: [line] }) => line?.name)).toEqual(['Zonnewiel']);
  });

  it('lies in the province of its postcode, or of its town where only one is called so', async () => {
    const places = await NETHERLANDS.places();
    const lines = read('A\t7511 AA\t\nB\t\tGouda\nC\t\tHengelo\nD\t\t');
    const firms = firmsOf(
      lines.map((line) => ({ line, meaning: { kind: 'new', organisationType: 'BUSINESS' } as const })),
    );
    const target = { centreId: 'c', activityId: null, withParticipation: true, level: 'ENGAGED' } as const;
    const present = { participating: new Set<string>(), attending: new Set<string>() };
    const rows = firms.map((firm) => rowOf(firm, { ...target, date: '2020-03-01' }, present, places));
    expect(rows.map((row) => row?.newCompany?.province)).toEqual(['NL-OV', 'NL-ZH', undefined, undefined]);
  });
});
