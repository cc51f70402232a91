import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { everyOneOf } from '../providers/every';
import { matchCompanies, type CompanyMatch, type ListRow } from '../providers/lists';
import type { Attendance, Participation } from '../providers/records';
import { usePlaces } from '../ui/inputs/use-places';
import type { ListDraft } from './draft';
import {
  firmsOf,
  isUntyped,
  meaningOf,
  rowOf,
  type Firm,
  type Present,
  type Read,
  type Target,
} from './firms';
import { lineKey, type Line } from './lines';

export interface MeantLine extends Read {
  /** The firm that the row counts for; none where it is left out or in doubt. */
  firm: Firm | undefined;
}

export interface Firms {
  /** Every row with whom it means. */
  read: MeantLine[];
  matchOf: (line: Line) => CompanyMatch | undefined;
  firms: Firm[];
  /** The participation that a firm has there already. */
  participationOf: (firm: Firm) => Participation | undefined;
  isAttending: (firm: Firm) => boolean;
  /** What is to be written, with the firm that each row is about. */
  rows: { firm: Firm; row: ListRow }[];
  /** The new ones among them of which somebody has to say what they are. */
  untyped: Firm[];
  isSearching: boolean;
  error: unknown;
  retry: () => void;
}

/** Whom the rows mean, and what of it the register has already. */
export function useFirms(lines: readonly Line[], draft: ListDraft): Firms {
  const { matches, ...search } = useMatches(lines);
  const { places, isLoading: isReadingPlaces } = usePlaces();
  const { read, firms } = useMemo(() => {
    const all = lines.map((line) => {
      const key = lineKey(line);
      return { line, meaning: meaningOf(line, matches?.get(key), draft.choices[key]) };
    });
    const found = matches ? firmsOf(all) : [];
    const firmOf = new Map(found.flatMap((firm) => firm.lines.map((line) => [line, firm])));
    return { read: matches ? all.map((one) => ({ ...one, firm: firmOf.get(one.line) })) : [], firms: found };
  }, [lines, matches, draft.choices]);
  const ids = firms.flatMap(({ key, meaning }) => (meaning.kind === 'company' ? [key] : []));
  const { participations, attendances, isLoading } = usePresent(ids, draft);
  const participationOf = ({ key, date }: Firm): Participation | undefined =>
    participations.find(
      ({ companyId, endedOn }) => companyId === key && (endedOn === null || endedOn > (date ?? draft.date)),
    );
  const isAttending = ({ key }: Firm): boolean => attendances.some(({ companyId }) => companyId === key);
  const present: Present = {
    participating: new Set(firms.filter(participationOf).map(({ key }) => key)),
    attending: new Set(firms.filter(isAttending).map(({ key }) => key)),
  };
  const target = targetOf(draft);
  const rows = firms.flatMap((firm) => {
    const row = target && rowOf(firm, target, present, places);
    return row ? [{ firm, row }] : [];
  });
  const matchOf = (line: Line): CompanyMatch | undefined => matches?.get(lineKey(line));
  const isSearching = search.isSearching || isLoading || isReadingPlaces;
  const untyped = rows.map(({ firm }) => firm).filter(isUntyped);
  return { ...search, read, matchOf, firms, participationOf, isAttending, rows, untyped, isSearching };
}

/** Where it goes; undefined as long as that was not said. */
export function targetOf(draft: ListDraft): Target | undefined {
  const { kind, centreId, activityId, withParticipation, level, date } = draft;
  if (centreId === null || date === '') return undefined;
  if (kind === 'participations') return { centreId, activityId: null, withParticipation: true, level, date };
  return activityId === null ? undefined : { centreId, activityId, withParticipation, level, date };
}

function useMatches(lines: readonly Line[]) {
  const unique = useMemo(() => new Map(lines.map((line) => [lineKey(line), line])), [lines]);
  const asked = [...unique.values()].map(({ name, number, postcode }) => ({
    ...(name && { name }),
    ...(number && { kvkNumber: number }),
    ...(postcode && { postcode }),
  }));
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: ['companies', 'matches', asked],
    queryFn: () => matchCompanies(asked),
    enabled: asked.length > 0,
  });
  const matches = data && new Map([...unique.keys()].map((key, at) => [key, data[at]] as const));
  const found = matches as Map<string, CompanyMatch> | undefined;
  return { matches: found, isSearching: isFetching, error, retry: () => void refetch() };
}

/** The participations and attendances that these companies have there already. */
function usePresent(ids: readonly string[], { centreId, activityId, kind }: ListDraft) {
  const { data, isLoading } = useQuery({
    queryKey: ['list', 'present', centreId, kind === 'attendances' ? activityId : null, ids],
    queryFn: async () => ({
      participations: await everyOneOf<Participation>('participations', { centreId }, ids),
      attendances:
        kind === 'attendances' && activityId !== null
          ? await everyOneOf<Attendance>('attendances', { activityId }, ids)
          : [],
    }),
    enabled: ids.length > 0 && centreId !== null,
  });
  return { participations: data?.participations ?? [], attendances: data?.attendances ?? [], isLoading };
}
