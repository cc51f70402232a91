import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BREAKDOWNS, type Breakdown } from '../figures';
import { LANGUAGES } from '../vocabulary/languages';
import {
  currentIndicators,
  currentOf,
  findIndicator,
  findIndicatorIn,
  INDICATORS,
  indicatorReference,
  type IndicatorCode,
} from './catalogue';
import { COMMON_BREAKDOWNS, type IndicatorDefinition } from './definition';

/** The contract's table: in its order, whose province, and what may be asked beside the common breakdowns. */
const TABLE: [IndicatorCode, string, string, 'company' | 'centre', Breakdown[]][] = [
  ['fieldlabs_active', 'stock', 'count', 'centre', []],
  ['hubs_active', 'stock', 'count', 'centre', []],
  ['centres_active', 'stock', 'count', 'centre', []],
  ['fieldlabs_started', 'flow', 'count', 'centre', []],
  ['companies_reached', 'flow', 'count', 'company', ['sizeClass', 'level', 'sector']],
  ['companies_participated', 'flow', 'count', 'company', ['sizeClass', 'level', 'sector']],
  ['companies_participating', 'stock', 'count', 'company', ['sizeClass', 'level', 'sector']],
  ['companies_new', 'flow', 'count', 'company', ['sizeClass', 'level', 'sector']],
  ['participations', 'flow', 'count', 'centre', ['sizeClass', 'level']],
  ['sme_share', 'ratio', 'percent', 'company', ['level']],
  ['people_trained', 'flow', 'count', 'centre', []],
  ['spin_offs', 'flow', 'count', 'centre', ['claimLevel']],
  ['spin_offs_active', 'stock', 'count', 'centre', ['claimLevel']],
  ['new_products', 'flow', 'count', 'centre', ['claimLevel']],
  ['new_services', 'flow', 'count', 'centre', ['claimLevel']],
  ['jobs', 'flow', 'FTE', 'centre', ['claimLevel']],
  ['production_starts', 'flow', 'count', 'company', ['sizeClass', 'claimLevel']],
  ['investment_realised', 'flow', 'EUR', 'centre', ['source', 'form', 'funder']],
  ['investment_committed', 'flow', 'EUR', 'centre', ['source', 'form', 'funder']],
  ['investment_private', 'flow', 'EUR', 'centre', ['source', 'form', 'funder']],
  ['investment_public', 'flow', 'EUR', 'centre', ['source', 'form', 'funder']],
  ['leverage', 'ratio', 'ratio', 'centre', []],
];

/** Every definition beside its successor. */
const WITH_SUCCESSORS: IndicatorDefinition[] = INDICATORS.flatMap((one) => [one, { ...one, version: 2 }]);

describe('INDICATORS', () => {
  it('has the contract table of version 1, in its order', () => {
    const rows = INDICATORS.filter(({ version }) => version === 1).map((one) => [
      one.code,
      one.kind,
      one.unit,
      one.placedBy,
      one.breakdowns,
    ]);
    expect(rows).toEqual(TABLE.map(([...row]) => [...row.slice(0, 4), [...COMMON_BREAKDOWNS, ...row[4]]]));
  });

  it('has each version of a code once, and only breakdowns that exist, each once', () => {
    const references = INDICATORS.map(indicatorReference);
    expect(new Set(references).size).toBe(references.length);
    for (const { breakdowns } of INDICATORS) {
      expect(new Set(breakdowns).size).toBe(breakdowns.length);
      expect(BREAKDOWNS).toEqual(expect.arrayContaining([...breakdowns]));
    }
  });

  it.each(LANGUAGES)('has texts in whole sentences (%s)', (language) => {
    const titles = currentIndicators.map(({ title }) => title[language]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { title, definition } of INDICATORS) {
      expect(title[language]).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(definition[language]).toMatch(/^\p{Lu}.*\.$/u);
      expect(definition[language]).not.toMatch(/ {2}|undefined|\.\./);
    }
  });
});

describe('published definitions', () => {
  it('never change: another text is another version', () => {
    const digests = INDICATORS.map(
      (one) => `${indicatorReference(one)} ${digest([one.title, one.definition, one.unit, one.counts])}`,
    );
    expect(digests).toMatchInlineSnapshot(`
      [
        "fieldlabs_active@1 f4a25134a645",
        "hubs_active@1 401e460c23a3",
        "centres_active@1 d12a94af773a",
        "fieldlabs_started@1 2671d616a43a",
        "companies_reached@1 15d8019e37dc",
        "companies_participated@1 f755e635bfce",
        "companies_participating@1 2a78823ef5e7",
        "companies_new@1 9bc5fe3a3252",
        "participations@1 ac19773aa1b1",
        "sme_share@1 c3363522a61d",
        "people_trained@1 98c8fbf9fe4a",
        "spin_offs@1 eec14d9b2f6e",
        "spin_offs_active@1 62ebc95f56b8",
        "new_products@1 d7a260f2912e",
        "new_services@1 353739bc696e",
        "jobs@1 9caae9a19afb",
        "production_starts@1 d4043d2f34a3",
        "investment_realised@1 f10353f58ba0",
        "investment_committed@1 6e497fd7ccb3",
        "investment_private@1 f7f9352ba8eb",
        "investment_public@1 2825d8c7709b",
        "leverage@1 a5a20e807e74",
      ]
    `);
  });
});

describe(findIndicator.name, () => {
  it('finds the current version by code and a certain one by reference', () => {
    expect(findIndicator('jobs')).toMatchObject({ code: 'jobs', unit: 'FTE' });
    expect(findIndicator('jobs@1')).toMatchObject({ code: 'jobs', version: 1 });
    expect(findIndicatorIn(WITH_SUCCESSORS, 'jobs')?.version).toBe(2);
    expect(findIndicatorIn(WITH_SUCCESSORS, 'jobs@1')?.version).toBe(1);
  });

  it.each(['', 'job', 'JOBS', 'jobs@', 'jobs@0', 'jobs@01', 'jobs@2', 'jobs@1 ', 'jobs@1@1', 'toString'])(
    'finds nothing by %j',
    (reference) => {
      expect(findIndicator(reference)).toBeUndefined();
    },
  );
});

describe(currentOf.name, () => {
  it('leaves out what has a successor', () => {
    expect(currentOf(WITH_SUCCESSORS).map(indicatorReference)).toEqual(TABLE.map(([code]) => `${code}@2`));
    expect(currentIndicators.map(({ code }) => code)).toEqual(TABLE.map(([code]) => code));
  });
});

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
