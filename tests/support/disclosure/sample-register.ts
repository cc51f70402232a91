import { addDays, type Breakdown } from '@fieldlab/domain';
import type { Random } from '../random';

/** A register small enough to be counted twice: nothing here is the product's but the form of what it is asked. */
export interface Fact {
  kind: 'training' | 'outcome' | 'investment' | 'participation';
  /** What of its kind: of an outcome its kind, of an investment its status. */
  type: string;
  firm: string | null;
  centres: readonly string[];
  on: string;
  /** The first day on which a participation no longer holds. */
  until: string | null;
  amount: number;
  /** Its cell along the breakdowns that are read off records. */
  cells: Partial<Record<Breakdown, string>>;
  /** The first state of the register that has it, and the first that has it no more. */
  known: number;
  gone: number;
}

interface Centre {
  kind: string;
  hub: string;
  province: string;
  municipality: string;
  technology: readonly string[];
}
const centre = (kind: string, hub: string, municipality: string, technology: readonly string[]): Centre => ({
  ...{ kind, hub, municipality, technology },
  province: municipality.slice(0, 'NL-XX'.length),
});
const PLACES: Readonly<Record<string, Centre>> = {
  A: centre('FIELDLAB', 'N', 'NL-DR/Emmen', ['5G']),
  B: centre('FIELDLAB', 'N', 'NL-GR/Haren', ['5G', 'AI']),
  C: centre('HUB', 'N', 'NL-GR/Groningen', ['AI']),
  D: centre('FIELDLAB', 'S', 'NL-NB/Breda', ['5G', 'PHOTONICS']),
  E: centre('FIELDLAB', 'S', 'NL-NB/Breda', ['PHOTONICS']),
  F: centre('HUB', 'S', 'NL-ZE/Goes', ['AI', 'PHOTONICS']),
};
export const CENTRES = Object.keys(PLACES);

/** The codes that a breakdown has in the product, of those that the sample uses. */
export const CODES = {
  source: ['COMPANIES', 'KNOWLEDGE_INSTITUTES', 'NATIONAL', 'REGIONAL', 'EU'],
  form: ['CASH', 'IN_KIND'],
  funder: ['EFRO', 'unknown'],
  claimLevel: ['CONFIRMED', 'SELF_REPORTED'],
  level: ['REACHED', 'ENGAGED', 'PARTICIPANT', 'PARTNER', 'unknown'],
  sizeClass: ['MICRO', 'SMALL', 'LARGE', 'unknown'],
  province: ['NL-NB', 'NL-OV', 'NL-GE'],
  municipality: ['NL-NB/Breda', 'NL-NB/Best', 'NL-OV/Borne', 'NL-OV/Raalte', 'NL-GE/Ede', 'unknown'],
  sector: ['C', 'J', 'unknown'],
} as const satisfies Partial<Record<Breakdown, readonly string[]>>;

const numberOf = (firm: string): number => Number(firm.slice(1));
export const sizeClassOf = (firm: string): string => CODES.sizeClass[(numberOf(firm) % 9) % 4] ?? 'unknown';
export const sectorOf = (firm: string): string => CODES.sector[(numberOf(firm) % 7) % 3] ?? 'unknown';
export const provinceOf = (firm: string): string => CODES.province[(numberOf(firm) % 5) % 3] ?? 'NL-NB';

/** Of the last province one municipality is known, and which firms are there. */
export function municipalityOf(firm: string): string {
  const inside = CODES.municipality.filter((key) => key.startsWith(provinceOf(firm)));
  return inside[numberOf(firm) % 2] ?? 'unknown';
}

/** The cells of a centre along a breakdown that is read off centres. */
export function cellsOfCentre(code: string, by: Breakdown): readonly string[] {
  const place = PLACES[code];
  if (by === 'centre') return [code];
  if (by === 'technology') return place?.technology ?? [];
  return by === 'kind' || by === 'hub' || by === 'province' || by === 'municipality'
    ? [place?.[by] ?? '']
    : [];
}
export const centresIn = (by: Breakdown, key: string): string[] =>
  CENTRES.filter((code) => cellsOfCentre(code, by).includes(key));

export function centresOf(scope: string): string[] {
  const [kind, key = ''] = scope.split(':');
  return kind === 'programme' ? CENTRES : centresIn(kind as Breakdown, key);
}

export const knownAtOf = (state: number): string => `2024-01-0${state + 1}T00:00:00.000Z`;
export const isKnown = ({ known, gone }: Fact, state: number): boolean => known <= state && state < gone;

/** Some hundred facts of some thirty firms, of which one in ten was corrected. */
export function randomFacts(random: Random, states: number): Fact[] {
  const firms = Array.from({ length: random.int(12, 60) }, (_, index) => `f${index}`);
  // Of few facts nearly all is suppressed, of many nearly nothing.
  const many = random.pick([1, 2, 5]);
  const fact = (kind: Fact['kind'], more: Partial<Fact>): Fact => ({
    ...{ kind, type: '', firm: random.pick(firms), centres: [random.pick(CENTRES)], amount: 1, cells: {} },
    ...{ on: addDays('2022-01-01', random.int(0, 700)), until: null },
    known: random.chance(0.9) ? 0 : random.int(1, states - 1),
    gone: random.chance(0.95) ? states : random.int(1, states - 1),
    ...more,
  });
  const participation = (firm: string): Fact => {
    const own = fact('participation', { firm, cells: { level: random.pick(CODES.level.slice(0, 4)) } });
    return { ...own, until: random.chance(0.5) ? addDays(own.on, random.int(20, 500)) : null };
  };
  return [
    ...random.times(20 * many, 90 * many, () => fact('training', { amount: random.int(1, 12) })),
    ...random.times(15 * many, 50 * many, () =>
      fact('outcome', {
        type: random.pick(['JOBS', 'JOBS', 'NEW_PRODUCT', 'PRODUCTION_START']),
        centres: [
          ...new Set([random.pick(CENTRES), ...random.some(CENTRES, random.pick([0, 0, 0.3]))]),
        ].sort(),
        amount: random.int(1, 9) / 2,
        cells: { claimLevel: random.pick(CODES.claimLevel) },
      }),
    ),
    ...random.times(20 * many, 70 * many, () =>
      fact('investment', {
        ...(random.chance(0.3) ? { firm: null } : {}),
        type: random.chance(0.8) ? 'REALISED' : 'COMMITTED',
        amount: random.int(1, 90) * 1000,
        cells: {
          source: random.pick(CODES.source),
          form: random.pick(CODES.form),
          funder: random.pick(CODES.funder),
        },
      }),
    ),
    ...firms.flatMap((firm) => random.times(1, 1 + many, () => participation(firm))),
  ].map((one) => (one.type === 'NEW_PRODUCT' ? { ...one, amount: Math.ceil(one.amount) } : one));
}
