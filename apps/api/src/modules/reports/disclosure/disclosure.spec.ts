import type { Breakdown, EditionCell, EditionDocument, EditionFigure } from '@fieldlab/domain';
import solver, { type Model } from 'javascript-lp-solver';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../../../tests/support/random';
import { publicDocument } from '../public-document';
import { cellName } from './cells';

/** A firm as the attack's own little register has it: nothing here is the product's. */
interface Firm {
  province: string;
  centres: string[];
  trained: number;
  euros: number;
}
const HUB_OF: Record<string, string> = { A: 'NORTH', B: 'NORTH', C: 'SOUTH', D: 'SOUTH', E: 'SOUTH' };
const CENTRES = Object.keys(HUB_OF);
const THRESHOLD = 5;

const randomFirms = (random: Random): Firm[] =>
  Array.from({ length: random.int(8, 60) }, () => ({
    province: random.pick(['NB', 'NB', 'NB', 'OV', 'OV', 'GE', 'ZE', 'DR']),
    centres: [...new Set([random.pick(CENTRES), ...(random.chance(0.3) ? [random.pick(CENTRES)] : [])])],
    trained: random.int(1, 9),
    euros: random.int(1, 900) * 100,
  }));

interface Table {
  document: EditionDocument;
  behind: Map<string, { firms: number; largest: number }>;
}

/** The firms of a centre or hub, with what they did there; what they trained and spent, they did in their first centre. */
function firmsIn(firms: readonly Firm[], scope: string): Firm[] {
  const [, code = ''] = scope.split(':');
  const isThere = (centre: string): boolean =>
    scope === 'programme' || centre === code || HUB_OF[centre] === code;
  return firms
    .filter(({ centres }) => centres.some(isThere))
    .map((firm) => {
      const counts = isThere(firm.centres[0] ?? '');
      const centres = firm.centres.filter(isThere);
      return { ...firm, centres, trained: counts ? firm.trained : 0, euros: counts ? firm.euros : 0 };
    });
}

/** Counts firms by province (a firm has one) and by centre and hub (it may have several); people and euros by centre. */
function tableOf(all: readonly Firm[], edition = 1, scope = 'programme'): Table {
  const firms = firmsIn(all, scope);
  const behind: Table['behind'] = new Map();
  const ways: Record<string, (firm: Firm) => string[]> = {
    province: ({ province }) => [province],
    centre: ({ centres }) => centres,
    hub: ({ centres }) => [...new Set(centres.map((centre) => HUB_OF[centre] ?? ''))],
  };
  const first = ({ centres }: Firm): string[] => centres.slice(0, 1);
  const firstHub = (firm: Firm): string[] => first(firm).map((centre) => HUB_OF[centre] ?? '');
  const figure = (
    indicator: string,
    by: Record<string, (firm: Firm) => string[]>,
    amount: (firm: Firm) => number,
    unit: 'count' | 'EUR',
  ): EditionFigure => {
    const shown = (sum: number) => (unit === 'EUR' ? sum.toFixed(2) : sum);
    const note = (id: string, some: readonly Firm[]) => {
      const sum = some.reduce((total, firm) => total + amount(firm), 0);
      const largest = unit === 'EUR' ? Math.max(...some.map(amount)) / sum : 0;
      behind.set(id, {
        firms: some.filter((firm) => amount(firm) > 0).length,
        largest: sum > 0 ? largest : 0,
      });
      return shown(sum);
    };
    const breakdowns = Object.fromEntries(
      Object.entries(by).map(([way, keysOf]) => {
        const keys = [...new Set(firms.flatMap(keysOf))].sort();
        const cells = keys.map((key): EditionCell => {
          const inside = firms.filter((firm) => keysOf(firm).includes(key));
          return { key, label: key, value: note(cellName(indicator, way as Breakdown, key), inside) };
        });
        return [way, cells];
      }),
    );
    return { indicator, definitionVersion: 1, unit, value: note(indicator, firms), breakdowns };
  };
  const figures = [
    figure('companies_participated', ways, () => 1, 'count'),
    figure('people_trained', { centre: first, hub: firstHub }, ({ trained }) => trained, 'count'),
    figure('investment_realised', { centre: first, hub: firstHub }, ({ euros }) => euros, 'EUR'),
  ];
  const document = {
    ...{ format: 'fieldlab-edition/1', report: { id: `r${edition}`, title: 'T' }, edition, language: 'en' },
    ...{ programme: null, asOf: '2021-05-01', from: '2015-01-01', knownAt: '2021-05-02T00:00:00.000Z' },
    ...{ scope, indicators: [], by: ['province', 'centre', 'hub'], figures, definitions: [] },
    ...{
      text: '{{companies_participated:province=ZE}}',
      readableText: '',
      publishedAt: '2021-05-02T00:00:00.000Z',
    },
  } satisfies EditionDocument as EditionDocument;
  return { document, behind };
}

/** The same, broken down in fewer ways. */
const along = (document: EditionDocument, by: Breakdown[]): EditionDocument => ({
  ...document,
  by,
  figures: document.figures.map((figure) => ({
    ...figure,
    breakdowns: Object.fromEntries(
      Object.entries(figure.breakdowns ?? {}).filter(([way]) => by.includes(way as Breakdown)),
    ),
  })),
});

const CENTRE_CELLS = new Map(CENTRES.map((centre) => [centre, { hub: [HUB_OF[centre] ?? ''] }]));
const publish = ({ document, behind }: Table, published: readonly EditionDocument[] = []) =>
  publicDocument(document, { behind, centres: CENTRE_CELLS, published });

/** What a number of a scope is called: a centre as a cell of the programme, and the rest as its own. */
const nameIn = (scope: string, indicator: string, by?: Breakdown, key?: string): string => {
  const [kind = '', code = ''] = scope.split(':');
  if (scope === 'programme' || by === 'centre' || by === 'hub') return cellName(indicator, by, key);
  return by === undefined
    ? cellName(indicator, kind as Breakdown, code)
    : `${cellName(indicator, by, key)}@${scope}`;
};

const cellsIn = ({ figures, scope }: EditionDocument) =>
  figures.flatMap((figure) => [
    {
      id: nameIn(scope, figure.indicator),
      ...{ unit: figure.unit, value: figure.value, suppressed: figure.suppressed === true },
    },
    ...Object.entries(figure.breakdowns ?? {}).flatMap(([by, cells]) =>
      cells.map(({ key, value, suppressed }) => ({
        id: nameIn(scope, figure.indicator, by as Breakdown, key),
        ...{ unit: figure.unit, value, suppressed: suppressed === true },
      })),
    ),
  ]);

type Fact = (whole: string, parts: readonly string[], shape: 'sum' | 'overlap' | 'within') => void;

/** Firms by province within a centre or hub: no more of a province than in what is around it. */
function factsOfScopes(documents: readonly EditionDocument[], ids: readonly string[], fact: Fact): void {
  const scopes = documents.map(({ scope }) => scope).filter((scope) => scope !== 'programme');
  for (const scope of scopes) {
    const own = ids.filter(
      (id) => id.startsWith('companies_participated|province|') && id.endsWith(`@${scope}`),
    );
    if (own.length > 0) fact(nameIn(scope, 'companies_participated'), own, 'sum');
    const hub = `@hub:${HUB_OF[scope.split(':')[1] ?? ''] ?? ''}`;
    for (const id of own) {
      const around = [id.replace(/@.*/, ''), id.replace(/@.*/, hub)];
      for (const wider of around) if (wider !== id && ids.includes(wider)) fact(wider, [id], 'within');
    }
  }
}

/**
 * The attack, by integer programming: everything published, and what everybody knows of how the tables hang together.
 * Written from the meaning of the tables, not from the product's relations.
 */
function attack(documents: readonly EditionDocument[]) {
  const known = new Map<string, number>();
  const unknown = new Map<string, 'count' | 'EUR'>();
  for (const { id, value, unit } of documents.flatMap(cellsIn)) {
    if (value !== null) known.set(id, Number(value));
    else unknown.set(id, unit as 'count' | 'EUR');
  }
  for (const id of known.keys()) unknown.delete(id);
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (const id of unknown.keys()) {
    variables[id] = { [`least ${id}`]: 1 };
    constraints[`least ${id}`] = { min: unknown.get(id) === 'EUR' ? 0.01 : 1 };
  }
  let count = 0;
  const fact: Fact = (whole, parts, shape) => {
    const name = `fact ${(count += 1)}`;
    const there = parts.filter((id) => known.has(id) || unknown.has(id));
    const put = (fact: string, id: string, factor: number): number => {
      const value = known.get(id);
      if (value !== undefined) return factor * value;
      const variable = variables[id];
      if (variable) variable[fact] = (variable[fact] ?? 0) + factor;
      return 0;
    };
    const rest = there.reduce((sum, id) => sum + put(name, id, 1), 0) + put(name, whole, -1);
    if (shape !== 'within') constraints[name] = shape === 'sum' ? { equal: -rest } : { min: -rest };
    if (shape !== 'sum') {
      for (const id of there) {
        const within = `${name} within ${id}`;
        constraints[within] = { max: -(put(within, id, 1) + put(within, whole, -1)) };
      }
    }
  };
  const all = (indicator: string, by: Breakdown) =>
    [...known.keys(), ...unknown.keys()].filter(
      (id) => id.startsWith(`${indicator}|${by}|`) && !id.includes('@'),
    );
  fact('companies_participated', all('companies_participated', 'province'), 'sum');
  for (const by of ['centre', 'hub'] as const) {
    fact('companies_participated', all('companies_participated', by), 'overlap');
    for (const indicator of ['people_trained', 'investment_realised'])
      fact(indicator, all(indicator, by), 'sum');
  }
  for (const hub of new Set(Object.values(HUB_OF))) {
    const centres = CENTRES.filter((centre) => HUB_OF[centre] === hub);
    for (const indicator of ['companies_participated', 'people_trained', 'investment_realised']) {
      const whole = cellName(indicator, 'hub', hub);
      if (!known.has(whole) && !unknown.has(whole)) continue;
      const parts = centres.map((centre) => cellName(indicator, 'centre', centre));
      fact(whole, parts, indicator === 'companies_participated' ? 'overlap' : 'sum');
    }
  }
  factsOfScopes(documents, [...known.keys(), ...unknown.keys()], fact);
  const used = Object.fromEntries(
    Object.entries(constraints).filter(([name]) => Object.values(variables).some((one) => name in one)),
  );
  const ints = Object.fromEntries(
    [...unknown].filter(([, unit]) => unit === 'count').map(([id]) => [id, 1 as const]),
  );
  return (id: string): [number, number] => {
    const solve = (opType: 'min' | 'max'): number => {
      const model: Model = {
        ...{ optimize: 'target', opType, constraints: used, ints },
        variables: { ...variables, [id]: { ...variables[id], target: 1 } },
      };
      const answer = solver.Solve(model) as { feasible: boolean; bounded?: boolean; result: number };
      expect(answer.feasible, `what is published agrees with itself (${id})`).toBe(true);
      return answer.bounded === false ? Infinity : answer.result;
    };
    return [solve('min'), solve('max')];
  };
}

const small = ({ behind }: Table) =>
  [...behind].filter(([, { firms }]) => firms < THRESHOLD).map(([id]) => id);

describe('what is public of an edition', () => {
  it.each(Array.from({ length: 25 }, (_, index) => index + 1))(
    'gives nothing small away in register %i',
    (seed) => {
      const table = tableOf(randomFirms(new Random(seed)));
      const open = publish(table);
      const reach = attack([open]);
      const cells = new Map(cellsIn(open).map((cell) => [cell.id, cell]));
      const exact = new Map(cellsIn(table.document).map(({ id, value }) => [id, Number(value)]));
      for (const id of small(table)) expect(cells.get(id)?.suppressed, id).toBe(true);
      for (const { id, unit, suppressed } of cells.values()) {
        if (!suppressed) continue;
        const [least, most] = reach(id);
        const value = exact.get(id) ?? 0;
        expect(least - 0.01, id).toBeLessThanOrEqual(value);
        expect(most + 0.01, id).toBeGreaterThanOrEqual(value);
        expect(most - least, `${id} = ${value}`).toBeGreaterThanOrEqual(
          unit === 'EUR' ? 0.1 * value - 0.01 : 1,
        );
      }
    },
  );

  it.each(Array.from({ length: 10 }, (_, index) => index + 101))(
    'gives nothing small away to who lays two reports beside each other, register %i',
    (seed) => {
      const table = tableOf(randomFirms(new Random(seed)));
      const by = (ways: Breakdown[], edition: number): Table => ({
        ...table,
        document: { ...along(table.document, ways), report: { id: `r${edition}`, title: 'T' } },
      });
      const first = publish(by(['province', 'hub', 'hub'], 1));
      const second = publish(by(['province', 'centre', 'centre'], 2), [first]);
      const reach = attack([first, second]);
      const told = new Set(
        [first, second]
          .flatMap(cellsIn)
          .filter(({ suppressed }) => !suppressed)
          .map(({ id }) => id),
      );
      for (const id of small(table)) expect(told.has(id), id).toBe(false);
      for (const { id, unit, suppressed } of cellsIn(second)) {
        if (!suppressed || told.has(id)) continue;
        const [least, most] = reach(id);
        if (unit === 'count') expect(most - least, id).toBeGreaterThanOrEqual(1);
      }
    },
  );

  const reportsOf = (firms: readonly Firm[]): Table[] => {
    const only = (table: Table, by: Breakdown[]): Table => ({
      ...table,
      document: along(table.document, by),
    });
    return [
      tableOf(firms, 1),
      only(tableOf(firms, 2, 'centre:A'), ['province', 'province']),
      only(tableOf(firms, 3, 'hub:NORTH'), ['province', 'centre']),
      only(tableOf(firms, 4, 'centre:B'), ['province', 'province']),
      only(tableOf(firms, 5, 'centre:D'), ['province', 'province']),
    ];
  };

  it.each(Array.from({ length: 16 }, (_, index) => index + 201))(
    'gives nothing small away to who lays the reports of centres beside that of the programme, register %i',
    (seed) => {
      const tables = reportsOf(randomFirms(new Random(seed)));
      const opened: EditionDocument[] = [];
      for (const table of seed % 2 === 0 ? tables : tables.toReversed()) opened.push(publish(table, opened));
      const cells = opened.flatMap(cellsIn);
      const told = new Set(cells.filter(({ suppressed }) => !suppressed).map(({ id }) => id));
      const reach = attack(opened);
      for (const { document, behind } of tables) {
        for (const [name, { firms }] of behind) {
          const [indicator = '', by, key] = name.split('|');
          const id = nameIn(document.scope, indicator, by as Breakdown | undefined, key);
          const isThere = by === undefined || document.by.includes(by as Breakdown);
          if (isThere && firms > 0 && firms < THRESHOLD)
            expect(told.has(id), `${id} of ${document.scope}`).toBe(false);
        }
      }
      for (const { id, unit, suppressed } of cells) {
        if (!suppressed || told.has(id) || unit !== 'count') continue;
        const [least, most] = reach(id);
        expect(most - least, id).toBeGreaterThanOrEqual(1);
      }
    },
  );

  it('suppresses a sum of which one firm has nearly all', () => {
    const firms: Firm[] = Array.from({ length: 30 }, (_, index) => ({
      ...{
        province: 'NB',
        centres: [CENTRES[index % 5] ?? 'A'],
        trained: 2,
        euros: index === 0 ? 900_000 : 100,
      },
    }));
    const cells = new Map(cellsIn(publish(tableOf(firms))).map((cell) => [cell.id, cell]));
    expect(cells.get('investment_realised|centre|A')?.suppressed).toBe(true);
    const beside = ['investment_realised|centre|B', 'investment_realised|hub|NORTH'].map((id) =>
      cells.get(id),
    );
    expect(beside.some((cell) => cell?.suppressed)).toBe(true); // or A would follow from its hub
    expect(cells.get('companies_participated|centre|A')?.suppressed).toBe(false);
  });

  it('tells of a later edition no difference of a few firms', () => {
    const firms = randomFirms(new Random(7)).map((firm) => ({ ...firm, province: 'NB' }));
    const before = [
      ...firms,
      ...Array.from({ length: 9 }, () => ({ ...(firms[0] as Firm), province: 'OV' })),
    ];
    const first = publish(tableOf(before));
    const after = before.slice(0, -2);
    const second = tableOf(after, 2);
    second.document.knownAt = '2021-06-02T00:00:00.000Z';
    const open = new Map(cellsIn(publish(second, [first])).map((cell) => [cell.id, cell]));
    const told = new Map(cellsIn(first).map((cell) => [cell.id, cell]));
    expect(told.get('companies_participated|province|OV')?.value).toBe(9);
    expect(open.get('companies_participated|province|OV')?.suppressed).toBe(true);
    expect(open.get('companies_participated')?.value).toBe(after.length);
  });

  it('tells of a later edition no difference in euros of a few firms, however many stand behind both', () => {
    const firm = (index: number, euros: number): [string, number] => [`firm ${index}`, euros];
    const many = Array.from({ length: 40 }, (_, index) => index);
    const shares = (few: number, theirs: number, others: number) => {
      const all = new Map(many.map((index) => firm(index, index < few ? theirs : others)));
      return new Map(['investment_realised', 'investment_realised|hub|NORTH'].map((name) => [name, all]));
    };
    const edition = (euros: number, knownAt: string): Table => {
      const table = tableOf(
        many.map((index) => ({ province: 'NB', centres: [index % 2 === 0 ? 'A' : 'C'], trained: 1, euros })),
      );
      return { ...table, document: { ...along(table.document, ['hub', 'hub']), knownAt } };
    };
    const first = publish(edition(100, '2021-05-02T00:00:00.000Z'));
    const toldAfter = (...changed: [few: number, theirs: number, others: number]): string[] => {
      const { document, behind } = edition(200, '2021-06-02T00:00:00.000Z');
      const sharesOf = ({ knownAt }: EditionDocument) =>
        knownAt === document.knownAt ? shares(...changed) : shares(0, 0, 100);
      const open = publicDocument(document, { behind, centres: CENTRE_CELLS, published: [first], sharesOf });
      return cellsIn(open).flatMap(({ id, suppressed }) => (suppressed ? [] : [id]));
    };
    const cell = 'investment_realised|hub|NORTH';
    expect(toldAfter(3, 200, 100)).not.toContain(cell); // three firms changed
    expect(toldAfter(1, 9_000, 101)).not.toContain(cell); // all did, one of them by nearly all of it
    expect(toldAfter(0, 0, 200)).toContain(cell);
    expect(toldAfter(3, 200, 100)).toContain('investment_realised'); // of the whole programme
  });

  it('says in the text no more than in the tables', () => {
    const firms = randomFirms(new Random(3)).map((firm, index) => ({
      ...firm,
      province: index === 0 ? 'ZE' : 'NB',
    }));
    expect(publish(tableOf(firms)).readableText).toBe('(withheld)');
  });
});
