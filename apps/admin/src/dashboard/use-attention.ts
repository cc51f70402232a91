import { useQuery } from '@tanstack/react-query';
import { useGetList, usePermissions } from 'react-admin';
import type { Schemas } from '@fieldlab/api-client';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import { request } from '../providers/http';
import { useProposalCount } from '../providers/register-proposals';
import { useRounds } from '../providers/rounds';
import { today } from '../providers/today';

export interface Matter {
  key: string;
  text: string;
  /** Where it can be dealt with. */
  to: string;
}

/** Neither a link of its own nor evidence, whatever its claim level says. */
const UNSUPPORTED = { evidenceCount: '0' };
/** Newest first; what came in since by the same name stands above it there. */
const FAULTY_IMPORTS = `/imports/earlier?filter=${encodeURIComponent('{"status":"REJECTED"}')}`;
const MOST_CENTRES = 4;
const DAY_MS = 86_400_000;

/** What asks for this reader's hand; undefined while that is not known yet. */
export function useAttention(silentAfter: number): Matter[] | undefined {
  const t = useT();
  const due = { state: 'OPEN', dueOnTo: today() };
  const followUps = useCount('notes', due);
  const spinOffs = useCount('spin-offs', UNSUPPORTED);
  const outcomes = useCount('outcomes', UNSUPPORTED);
  const imports = useFaultyImports();
  const duplicates = useDuplicates();
  const proposals = useProposals();
  const silent = useSilentCentres(silentAfter);
  const late = useLateCentres();
  const all = [followUps, spinOffs, outcomes, imports, duplicates, proposals, silent, late];
  if (all.some((one) => one === undefined)) return undefined;
  const matter = (key: string, count: number | undefined, text: string, to: string): Matter[] =>
    count ? [{ key, text, to }] : [];
  const counted = (count: number | undefined) => ({ smart_count: count ?? 0 });
  return [
    ...matter('due', followUps, t('dashboard.followUpsDue', counted(followUps)), listPath('notes', due)),
    ...(late ?? []),
    ...matter('imports', imports, t('dashboard.faultyImports', counted(imports)), FAULTY_IMPORTS),
    ...matter('duplicates', duplicates, t('duplicates.attention', counted(duplicates)), '/duplicates'),
    ...matter('proposals', proposals, t('proposals.attention', counted(proposals)), '/register-proposals'),
    ...matter(
      'spin-offs',
      spinOffs,
      t('dashboard.withoutEvidence', counted(spinOffs)),
      listPath('spin-offs', UNSUPPORTED),
    ),
    ...matter(
      'outcomes',
      outcomes,
      t('dashboard.outcomesWithoutEvidence', counted(outcomes)),
      listPath('outcomes', UNSUPPORTED),
    ),
    ...(silent ?? []),
  ];
}

const listPath = (resource: string, filter: object): string =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

const useMayList = (resource: string): boolean | undefined => {
  const { permissions } = usePermissions<Permissions | undefined>();
  return permissions && mayDo(permissions.role, resource, 'list');
};

/** How many there are; none for who may not see them. */
function useCount(resource: string, filter: Record<string, string>): number | undefined {
  const enabled = useMayList(resource);
  const { total, error } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: 1 } },
    { enabled: enabled === true, retry: false },
  );
  return enabled === false || error ? 0 : total;
}

/** Workbooks that were refused and did not come in since, by their name. */
function useFaultyImports(): number | undefined {
  const enabled = useMayList('imports');
  const { data, error } = useQuery({
    queryKey: ['imports', 'recent'],
    queryFn: () =>
      request<{ data: Schemas['ImportSummary'][] }>('GET', '/imports', { query: { perPage: 25 } }),
    enabled: enabled === true,
    retry: false,
  });
  if (enabled === false || error) return 0;
  const latest = new Map(data?.data.toReversed().map(({ fileName, status }) => [fileName, status]));
  return data && [...latest.values()].filter((status) => status === 'REJECTED').length;
}

/** Pairs of companies for who may decide upon them. */
function useDuplicates(): number | undefined {
  const { permissions } = usePermissions<Permissions | undefined>();
  const enabled = permissions && mayDo(permissions.role, 'duplicates', 'edit');
  const { data, error } = useQuery({
    queryKey: ['duplicates', 'count'],
    queryFn: () =>
      request<{ total: number }>('GET', '/duplicates', { query: { status: 'OPEN', perPage: 1 } }),
    enabled: enabled === true,
    retry: false,
  });
  return enabled === false || error ? 0 : data?.total;
}

/** Companies about which the trade register tells otherwise; for who can decide on it. */
function useProposals(): number | undefined {
  const { permissions } = usePermissions<Permissions | undefined>();
  const enabled = permissions && mayDo(permissions.role, 'register-proposals', 'edit');
  const { data, error } = useProposalCount(enabled === true);
  return enabled === false || error ? 0 : data;
}

/** Rounds in which somebody is late, as far as the reader sees: a coordinator's own centres, else all. */
function useLateCentres(): Matter[] | undefined {
  const t = useT();
  const { quarter } = useFormat();
  const enabled = useMayList('rounds');
  const { data, error } = useRounds(enabled === true);
  if (enabled === false || error) return [];
  return data?.data
    .filter(({ late }) => late)
    .map(({ id, period, late }) => ({
      key: id,
      text: t('dashboard.lateInRound', { smart_count: late, period: quarter(period) }),
      to: `/rounds/${id}`,
    }));
}

/** The longest silent by name, the others together. */
function useSilentCentres(days: number): Matter[] | undefined {
  const t = useT();
  const enabled = useMayList('centres');
  const { data, error } = useQuery({
    queryKey: ['centres', 'silent', days],
    queryFn: () => request<Schemas['SilentCentres']>('GET', '/centres/silent', { query: { days } }),
    enabled: enabled === true,
    retry: false,
  });
  if (enabled === false || error) return [];
  const named = data?.data.slice(0, MOST_CENTRES).map(({ id, name, lastLoggedAt }) => ({
    key: id,
    text:
      lastLoggedAt === null
        ? t('dashboard.neverLogged', { name })
        : t('dashboard.silent', { name, smart_count: daysSince(lastLoggedAt) }),
    to: `/centres/${id}/show`,
  }));
  const others = (data?.total ?? 0) - MOST_CENTRES;
  const rest = { key: 'silent', text: t('dashboard.moreSilent', { smart_count: others }), to: '/centres' };
  return named && [...named, ...(others > 0 ? [rest] : [])];
}

const daysSince = (instant: string): number => Math.floor((Date.now() - Date.parse(instant)) / DAY_MS);
