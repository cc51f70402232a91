import { answered, type Schemas } from '@fieldlab/api-client';
import { findIndicator } from '@fieldlab/domain';
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { askedQuery } from './figures';
import { failingWell, request } from './http';

export type Bridge = Schemas['Bridge'];
export type BridgeStep = Bridge['steps'][number];
export type Comparison = Schemas['Comparison'];
/** A figure by all that decides its value; what is absent follows today. */
export type ComparedFigure = Comparison['chains'][number][number];
export type StepMember = Schemas['BridgeStepMembers']['data'][number];

/** Two figures as the API and an address name them: `left`, `left.asOf`, `right`, … */
export function sidesQuery(left: ComparedFigure, right: ComparedFigure): Record<string, string> {
  const side = (name: string, { indicator, ...setting }: ComparedFigure): object => ({
    [name]: indicator,
    ...Object.fromEntries(Object.entries(setting).map(([key, value]) => [`${name}.${key}`, value])),
  });
  return askedQuery({ ...side('left', left), ...side('right', right) }) as Record<string, string>;
}

/** The page that compares the two; where it knows an instant, its sentence says the day. */
export function comparePath(left: ComparedFigure, right: ComparedFigure, step?: string): string {
  const known = ({ knownAt, ...figure }: ComparedFigure): ComparedFigure =>
    ({ ...figure, knownOn: knownAt }) as ComparedFigure;
  const query = { ...sidesQuery(known(left), known(right)), ...(step !== undefined && { step }) };
  return `/compare?${new URLSearchParams(query).toString()}`;
}

export const haveOneUnit = (left: ComparedFigure, right: ComparedFigure): boolean =>
  findIndicator(left.indicator)?.unit === findIndicator(right.indicator)?.unit;

const bridgeOptions = (left: ComparedFigure, right: ComparedFigure, language: string) => ({
  queryKey: ['figures', 'reconciliation', left, right, language],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Bridge> =>
    failingWell(
      answered(
        api.GET('/api/v1/figures/reconciliation', {
          params: { query: sidesQuery(left, right) as { left: string; right: string } },
          signal,
        }),
      ),
    ),
});

/** From the left figure, through every reason, to the right one. */
export function useBridge(
  left: ComparedFigure,
  right: ComparedFigure,
  isOn: boolean,
): UseQueryResult<Bridge> {
  const language = useLanguage();
  return useQuery({
    ...bridgeOptions(left, right, language),
    placeholderData: keepPreviousData,
    enabled: isOn,
    retry: false,
  });
}

/** A bridge between every two neighbours of a chain. */
export function useChain(chain: readonly ComparedFigure[]): UseQueryResult<Bridge>[] {
  const language = useLanguage();
  return useQueries({
    queries: chain.slice(1).map((right, index) => ({
      ...bridgeOptions(chain[index] ?? right, right, language),
      retry: false,
    })),
  });
}

/** What the server calls a step, as it stands in the step's own link: `indicator:ONLY_REACHED`. */
export const stepName = ({ members }: BridgeStep): string =>
  new URLSearchParams(members.split('?')[1]).get('step') ?? '';

export function useStepMembers(
  step: BridgeStep | undefined,
  page: number,
  perPage: number,
): UseQueryResult<{ data: StepMember[]; total: number }> {
  const [path = '', search = ''] = (step?.members ?? '').replace(/^\/api\/v1/, '').split('?');
  return useQuery({
    queryKey: ['figures', 'reconciliation', 'members', search, page],
    queryFn: ({ signal }) =>
      request<{ data: StepMember[]; total: number }>('GET', path, {
        query: { ...Object.fromEntries(new URLSearchParams(search)), page, perPage },
        signal,
      }),
    enabled: step !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
