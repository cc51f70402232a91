import { findIndicator } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { oracleFigure, type OracleFigure } from './oracle/oracle';
import type { CompanyRecord, ParticipationRecord, RegisterSnapshot } from './oracle/snapshot';
import { randomQueries, type RandomQuery } from './random-query';
import { randomRegister } from './random-register';

const SEEDS = Array.from({ length: 200 }, (_, index) => index);
const REGISTERS = SEEDS.map(randomRegister);

interface Period {
  start: string | null;
  end: string | null;
}

describe(randomRegister.name, () => {
  it('is the same for the same seed, and another for another', () => {
    expect(randomRegister(7)).toEqual(randomRegister(7));
    expect(randomRegister(7)).not.toEqual(randomRegister(8));
  });

  it('gives every record an id of its own, also across registers', () => {
    const ids = REGISTERS.flatMap(({ programme: _, ...lists }) =>
      Object.values<{ id: string }[]>(lists).flatMap((list) => list.map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the rules of the database', () => {
    expect(REGISTERS.flatMap(faults)).toEqual([]);
  });

  it.each(Object.entries(situations()))('has registers with %s', (_, occurs) => {
    expect(REGISTERS.filter(occurs).length).toBeGreaterThan(5);
  });
});

describe(randomQueries.name, () => {
  const answered = REGISTERS.flatMap((register, seed) =>
    randomQueries(register, seed, 25).map((query) => ({ query, figure: oracleFigure(register, query) })),
  );

  it('asks only what can be answered, and often what is not empty', () => {
    const filled = answered.filter(({ figure }) => Number(figure.value) > 0);
    expect(filled.length / answered.length).toBeGreaterThan(0.3);
  });

  it('gets counts that equal their members', () => {
    for (const { query, figure } of answered) {
      expect(lengths(query, figure)).toEqual(values(query, figure));
    }
  });

  it('gets values in the notation of their unit', () => {
    const notation = {
      count: /^\d+$/,
      FTE: /^\d+(\.\d\d?)?$/,
      EUR: /^\d+\.\d\d$/,
      percent: /^(null|\d+\.\d)$/,
      ratio: /^(null|\d+\.\d\d)$/,
    };
    for (const { query, figure } of answered) {
      const unit = findIndicator(query.indicator)?.unit ?? 'count';
      for (const value of [figure.value, ...Object.values(figure.breakdown ?? {})]) {
        expect(String(value)).toMatch(notation[unit]);
        expect(typeof value === 'number').toBe(unit === 'count' || unit === 'FTE');
      }
    }
  });
});

/** What must occur, or the comparison proves little. */
function situations(): Record<string, (register: RegisterSnapshot) => boolean> {
  return {
    'no programme': ({ programme }) => programme === null,
    'a merged chain': ({ companies }) =>
      companies.some(({ mergedIntoId }) =>
        companies.some((one) => one.id === mergedIntoId && one.mergedIntoId !== null),
      ),
    'a same-day step': ({ participations }) =>
      participations.some((one) =>
        participations.some((next) => samePair(one, next) && one.endedOn === next.startedOn),
      ),
    'a participation that outlives its centre': ({ participations, centres }) =>
      participations.some((one) =>
        centres.some(
          ({ id, endedOn }) => id === one.centreId && endedOn !== null && (one.endedOn ?? '9') > endedOn,
        ),
      ),
    'a centre without a start': ({ centres }) => centres.some(({ startedOn }) => startedOn === null),
    'a hub without fieldlabs': ({ centres }) =>
      centres.some(({ id, kind }) => kind === 'HUB' && centres.every(({ hubId }) => hubId !== id)),
    'a fieldlab without a hub beside a hub': ({ centres }) =>
      centres.some(({ kind, hubId }) => kind === 'FIELDLAB' && hubId === null) &&
      centres.some(({ kind }) => kind === 'HUB'),
    'another organisation that takes part': ({ companies, participations }) =>
      companies.some(
        ({ id, organisationType }) =>
          organisationType !== 'BUSINESS' && participations.some(({ companyId }) => companyId === id),
      ),
    'a profile that changes': ({ companies }) => companies.some(({ profiles }) => profiles.length > 1),
    'a spin-off of several centres': ({ spinOffs }) => spinOffs.some(({ centreIds }) => centreIds.length > 1),
    'no public investment beside private': ({ investments }) =>
      investments.some(({ source }) => source === 'COMPANIES') &&
      investments.every(({ source }) => source === 'COMPANIES' || source === 'KNOWLEDGE_INSTITUTES'),
  };
}

function samePair(one: ParticipationRecord, other: ParticipationRecord): boolean {
  return one.companyId === other.companyId && one.centreId === other.centreId;
}

/** The rules of docs/domain.md, section 3, that a register breaks. */
function faults(register: RegisterSnapshot): string[] {
  const { centres, companies, participations, attendances, spinOffs, outcomes } = register;
  const periods: Period[] = [
    ...[...centres, ...participations].map(({ startedOn, endedOn }) => ({ start: startedOn, end: endedOn })),
    ...companies.flatMap(({ profiles }) => profiles).map(({ from, to }) => ({ start: from, end: to })),
    ...spinOffs.map(({ foundedOn, dissolvedOn }) => ({ start: foundedOn, end: dissolvedOn })),
  ];
  const attended = attendances.map(({ activityId, companyId }) => `${activityId} ${companyId}`);
  return [
    ...periods
      .filter(({ start, end }) => start !== null && end !== null && end <= start)
      .map(() => 'ends before it starts'),
    ...centres
      .filter(({ startedOn, endedOn }) => startedOn === null && endedOn !== null)
      .map(() => 'ends without a start'),
    ...centres.filter(({ kind, hubId }) => kind === 'HUB' && hubId !== null).map(() => 'a hub has a hub'),
    ...participations
      .filter((one) => !startsWithinCentre(one, register))
      .map(() => 'starts outside its centre'),
    ...participations.flatMap((one, index) =>
      participations
        .slice(index + 1)
        .flatMap((other) => (samePair(one, other) && overlap(period(one), period(other)) ? ['overlap'] : [])),
    ),
    ...companies.flatMap((company) => (profilesOverlap(company) ? ['profiles overlap'] : [])),
    ...(new Set(attended).size < attended.length ? ['attended twice'] : []),
    ...[...spinOffs, ...outcomes]
      .filter(({ centreIds }) => centreIds.length === 0 || new Set(centreIds).size < centreIds.length)
      .map(() => 'bad centres'),
    ...outcomes
      .filter(({ kind, quantity }) => kind !== 'JOBS' && quantity.includes('.'))
      .map(() => 'not whole'),
  ];
}

function startsWithinCentre(
  { centreId, startedOn }: ParticipationRecord,
  { centres }: RegisterSnapshot,
): boolean {
  const centre = centres.find(({ id }) => id === centreId);
  if (centre === undefined || centre.startedOn === null) return false;
  return centre.startedOn <= startedOn && (centre.endedOn === null || startedOn < centre.endedOn);
}

function period({ startedOn, endedOn }: ParticipationRecord): Period {
  return { start: startedOn, end: endedOn };
}

function profilesOverlap({ profiles }: CompanyRecord): boolean {
  const periods = profiles.map(({ from, to }) => ({ start: from, end: to }));
  return periods.some((one, index) => periods.slice(index + 1).some((other) => overlap(one, other)));
}

function overlap(one: Period, other: Period): boolean {
  return (one.start ?? '') < (other.end ?? '9') && (other.start ?? '') < (one.end ?? '9');
}

/** Of counts of things: how many members stand behind the total and behind each cell. */
function lengths(query: RandomQuery, figure: OracleFigure): number[] {
  if (!countsThings(query)) return [];
  return [figure.members(), ...Object.keys(figure.breakdown ?? {}).map((key) => figure.members(key))].map(
    (members) => new Set(members).size,
  );
}

function values(query: RandomQuery, figure: OracleFigure): unknown[] {
  return countsThings(query) ? [figure.value, ...Object.values(figure.breakdown ?? {})] : [];
}

function countsThings({ indicator }: RandomQuery): boolean {
  const definition = findIndicator(indicator);
  return definition?.unit === 'count' && !['attendance', 'outcome'].includes(definition.counts);
}
