import {
  addDays,
  currentIndicators,
  type Breakdown,
  type EditionCell,
  type EditionDocument,
  type EditionFigure,
} from '@fieldlab/domain';
import type { FirmShare, RegisterShares } from '@api/modules/figures/register-shares.service';
import type { Random } from '../random';

/** A programme small enough to be counted twice: nothing here is the product's but the form of what it is asked. */
export interface Fact {
  kind: 'training' | 'investment' | 'participation';
  firm: string | null;
  centre: string;
  on: string;
  /** The first day on which a participation no longer holds. */
  until: string | null;
  amount: number;
  source: string;
  /** The first state of the register that has it, and the first that has it no more. */
  known: number;
  gone: number;
}

export const HUB_OF: Record<string, string> = { A: 'N', B: 'N', C: 'N', D: 'S', E: 'S', F: 'S' };
export const CENTRES = Object.keys(HUB_OF);
export const SOURCES = ['COMPANIES', 'KNOWLEDGE_INSTITUTES', 'NATIONAL', 'REGIONAL', 'EU'];
const PROVINCES = ['NL-NB', 'NL-OV', 'NL-GE', 'NL-ZE'];

export const provinceOf = (firm: string): string => PROVINCES[(Number(firm.slice(1)) % 7) % 4] ?? 'NL-NB';
export const knownAtOf = (state: number): string => `2024-01-0${state + 1}T00:00:00.000Z`;
export const isKnown = ({ known, gone }: Fact, state: number): boolean => known <= state && state < gone;

export interface Question {
  scope: string;
  from: string;
  asOf: string;
  by: Breakdown[];
  indicators: string[];
  state: number;
}

export function randomFacts(random: Random, states: number): Fact[] {
  const firms = Array.from({ length: random.int(12, 40) }, (_, index) => `f${index}`);
  const fact = (kind: Fact['kind']): Fact => {
    const on = addDays('2022-01-01', random.int(0, 700));
    return {
      ...{ kind, on, centre: random.pick(CENTRES), source: random.pick(SOURCES) },
      firm: kind === 'investment' && random.chance(0.3) ? null : random.pick(firms),
      until: kind === 'participation' && random.chance(0.5) ? addDays(on, random.int(20, 500)) : null,
      amount: kind === 'training' ? random.int(1, 12) : random.int(1, 90) * 1000,
      known: random.chance(0.9) ? 0 : random.int(1, states - 1),
      gone: random.chance(0.95) ? states : random.int(1, states - 1),
    };
  };
  return [
    ...Array.from({ length: random.int(20, 90) }, () => fact('training')),
    ...Array.from({ length: random.int(20, 60) }, () => fact('investment')),
    ...firms.flatMap(() => [fact('participation'), ...(random.chance(0.4) ? [fact('participation')] : [])]),
  ];
}

interface Counted {
  kind: Fact['kind'];
  counts: (fact: Fact) => boolean;
  amount: 'sum' | 'firms';
}
export const COUNTED: Record<string, Counted> = {
  people_trained: { kind: 'training', counts: () => true, amount: 'sum' },
  investment_realised: { kind: 'investment', counts: () => true, amount: 'sum' },
  investment_private: { kind: 'investment', counts: ({ source }) => source === 'COMPANIES', amount: 'sum' },
  investment_public: {
    kind: 'investment',
    counts: ({ source }) => ['NATIONAL', 'REGIONAL', 'EU'].includes(source),
    amount: 'sum',
  },
  companies_participated: { kind: 'participation', counts: () => true, amount: 'firms' },
};

const isDuring = ({ kind, on, until }: Fact, from: string, to: string): boolean =>
  on <= to && (kind === 'participation' ? until === null || until > from : on >= from);

export const isInScope = ({ centre }: Fact, scope: string): boolean =>
  scope === 'programme' || scope === `centre:${centre}` || scope === `hub:${HUB_OF[centre] ?? ''}`;

/** The facts behind a number, without its cell. */
export const factsBehind = (
  facts: readonly Fact[],
  code: string,
  { scope, from, asOf, state }: Pick<Question, 'scope' | 'from' | 'asOf' | 'state'>,
): Fact[] => {
  const counted = COUNTED[code];
  return facts.filter(
    (fact) =>
      fact.kind === counted?.kind &&
      counted.counts(fact) &&
      isKnown(fact, state) &&
      isInScope(fact, scope) &&
      isDuring(fact, from, asOf),
  );
};

export function valueOf(code: string, facts: readonly Fact[]): number {
  if (COUNTED[code]?.amount === 'firms') return new Set(facts.map(({ firm }) => firm)).size;
  return facts.reduce((sum, { amount }) => sum + amount, 0);
}

export const cellsOf = (fact: Fact, by: Breakdown): string => {
  if (by === 'centre') return fact.centre;
  if (by === 'hub') return HUB_OF[fact.centre] ?? '';
  return by === 'source' ? fact.source : provinceOf(fact.firm ?? 'f0');
};

/** The whole edition that answers a question. */
export function documentOf(facts: readonly Fact[], question: Question, edition: number): EditionDocument {
  const { scope, from, asOf, by, indicators, state } = question;
  const figures = indicators.map((code): EditionFigure => {
    const { unit = 'count' } = currentIndicators.find((one) => one.code === code) ?? {};
    const own = factsBehind(facts, code, question);
    const shown = (some: readonly Fact[]) => {
      const value = code === 'leverage' ? 0 : valueOf(code, some);
      return unit === 'EUR' ? value.toFixed(2) : value;
    };
    const definition = currentIndicators.find((one) => one.code === code);
    // The province of companies only: that of centres is no more than a hub by another name.
    const ways = by.filter(
      (way) =>
        definition?.breakdowns.includes(way) && (way !== 'province' || definition.provinceOf === 'company'),
    );
    const breakdowns = Object.fromEntries(
      ways.map((way) => {
        const keys = [...new Set(own.map((fact) => cellsOf(fact, way)))].sort();
        const cells = keys.map((key): EditionCell => ({
          ...{ key, label: key },
          value: shown(own.filter((fact) => cellsOf(fact, way) === key)),
        }));
        return [way, cells];
      }),
    );
    return { indicator: code, definitionVersion: 1, unit, value: shown(own), breakdowns };
  });
  return {
    ...{
      format: 'fieldlab-edition/1',
      report: { id: `r${edition}`, title: 'T' },
      edition: 1,
      language: 'en',
    },
    ...{ programme: null, asOf, from, knownAt: knownAtOf(state), scope, indicators, by: pad(by), figures },
    ...{ definitions: [], text: '', readableText: '', publishedAt: knownAtOf(state) },
  };
}

/** More than one way, so that cells always stand in `breakdowns`. */
const pad = (by: Breakdown[]): Breakdown[] => (by.length === 1 ? [...by, ...by] : by);

/** What the calculator says of the companies behind it all, in the form that disclosure control asks. */
export function sharesOf(
  facts: readonly Fact[],
  state: number,
  slices: readonly { from: string | null; to: string }[],
): RegisterShares {
  const centres = CENTRES.map((code) => ({
    ...{ id: `id-${code}`, code },
    cells: {
      centre: [code],
      hub: [HUB_OF[code] ?? ''],
      kind: ['FIELDLAB'],
      technology: ['x'],
      province: [],
    },
  }));
  const shares = (kind: Fact['kind'], amounts: (fact: Fact) => number[], cells: (fact: Fact) => string[]) =>
    slices.flatMap(({ from, to }) =>
      facts
        .filter((fact) => fact.kind === kind && isKnown(fact, state) && isDuring(fact, from ?? '', to))
        .map((fact): FirmShare => ({
          ...{ slice: `${from ?? ''}..${to}`, centres: [`id-${fact.centre}`], firm: fact.firm },
          ...{ cells: cells(fact), amounts: amounts(fact) },
        })),
    );
  const money = ['investment_realised', 'investment_private', 'investment_public'];
  return {
    knownAt: knownAtOf(state),
    centres,
    families: [
      {
        ...{ indicators: ['companies_participated'], tests: { companies_participated: { mask: 1 } } },
        breakdowns: ['province'],
        shares: shares(
          'participation',
          () => [1],
          ({ firm }) => [provinceOf(firm ?? '')],
        ),
      },
      {
        ...{ indicators: ['people_trained'], breakdowns: [] },
        shares: shares(
          'training',
          ({ amount }) => [100 * amount],
          () => [],
        ),
      },
      {
        ...{ indicators: money, breakdowns: ['source'] },
        shares: shares(
          'investment',
          (fact) => money.map((code) => (COUNTED[code]?.counts(fact) ? 100 * fact.amount : 0)),
          ({ source }) => [source],
        ),
      },
    ],
  };
}
