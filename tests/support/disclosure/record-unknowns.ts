import { addDays, type Breakdown } from '@fieldlab/domain';
import { cellOf, COUNTED, type FigureQuestion } from './sample-figures';
import { CENTRES, CODES, isKnown, type Fact } from './sample-register';

/** Indicators that add amounts up, by the facts that they are read off. */
const FAMILIES: Readonly<Record<string, { kind: Fact['kind']; type: string; source?: readonly string[] }>> = {
  people_trained: { kind: 'training', type: '' },
  jobs: { kind: 'outcome', type: 'JOBS' },
  new_products: { kind: 'outcome', type: 'NEW_PRODUCT' },
  investment_realised: { kind: 'investment', type: 'REALISED' },
  investment_committed: { kind: 'investment', type: 'COMMITTED' },
  investment_private: { kind: 'investment', type: 'REALISED', source: ['COMPANIES'] },
  investment_public: { kind: 'investment', type: 'REALISED', source: ['NATIONAL', 'REGIONAL', 'EU'] },
};
export const isSummed = (code: string): boolean => COUNTED[code]?.adds === 'amounts';

const ATTRIBUTES: Partial<Record<Fact['kind'], readonly (keyof typeof CODES)[]>> = {
  outcome: ['claimLevel'],
  investment: ['source', 'form', 'funder'],
};

/** Every way in which a record can lie in centres: in one, or an outcome in any set of them. */
const CENTRE_SETS = Array.from({ length: 2 ** CENTRES.length - 1 }, (_, index) =>
  CENTRES.filter((__, bit) => (index + 1) & (1 << bit)),
);

/**
 * What sums are made of, at the finest grain that can be asked: records of a kind, in the same centres and the same
 * cells, between two days on which anything begins or ends. What a correction changed in one is another one, and
 * everybody knows which it changed; more than an attacker would.
 */
export class RecordUnknowns {
  private readonly stretches: { from: string; to: string }[];
  private readonly versions = new Map<string, string>();

  constructor(
    facts: readonly Fact[],
    days: readonly string[],
    private readonly states: number,
  ) {
    const sorted = [...new Set(days)].sort();
    this.stretches = sorted
      .slice(0, -1)
      .map((from, index) => ({ from, to: addDays(sorted[index + 1] ?? from, -1) }));
    for (let state = 0; state < states; state += 1) {
      const made = new Map<string, string>();
      facts.forEach((fact, index) => {
        const stretch = this.stretches.find(({ from, to }) => fact.on >= from && fact.on <= to);
        if (!stretch || !isKnown(fact, state)) return;
        const cells = (ATTRIBUTES[fact.kind] ?? []).map((by) => cellOf(fact, by));
        const key = keyOf(fact, fact.centres, cells, stretch.from);
        made.set(key, `${made.get(key) ?? ''}.${index}`);
      });
      for (const [key, content] of made) this.versions.set(`${state} ${key}`, content);
    }
  }

  /** The unknowns that a number is the sum of. */
  of(code: string, { centres, cell, from, to, state }: FigureQuestion): string[] {
    const family = FAMILIES[code];
    if (!family) throw new Error(`Nothing is known of ${code}`);
    const inside = this.stretches.filter((one) => one.from >= from && one.to <= to);
    const sets = CENTRE_SETS.filter(
      (set) => (family.kind === 'outcome' || set.length === 1) && set.some((one) => centres.includes(one)),
    );
    const tuples = (ATTRIBUTES[family.kind] ?? []).reduce<string[][]>(
      (all, by) => all.flatMap((tuple) => codesOf(by, family.source, cell).map((key) => [...tuple, key])),
      [[]],
    );
    return inside.flatMap((stretch) =>
      sets.flatMap((set) =>
        tuples.map((cells) => this.versionOf(keyOf(family, set, cells, stretch.from), state)),
      ),
    );
  }

  /** As of the first state in which it was made of the same. */
  private versionOf(key: string, state: number): string {
    const now = this.versions.get(`${state} ${key}`);
    const first = Array.from({ length: this.states }, (_, at) => at).find(
      (at) => this.versions.get(`${at} ${key}`) === now,
    );
    return `${key} @${first ?? state}`;
  }
}

const codesOf = (
  by: keyof typeof CODES,
  source: readonly string[] | undefined,
  cell: { by: Breakdown; key: string } | undefined,
): string[] =>
  CODES[by].filter(
    (key) =>
      (by !== 'source' || source === undefined || source.includes(key)) &&
      (cell?.by !== by || cell.key === key),
  );

const keyOf = (
  { kind, type }: Pick<Fact, 'kind' | 'type'>,
  centres: readonly string[],
  cells: readonly string[],
  from: string,
): string => `${kind} ${type} ${centres.join('')} ${cells.join()} ${from}`;
