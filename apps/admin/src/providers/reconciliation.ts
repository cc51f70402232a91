import { unwrap, type Schemas } from '@fieldlab/api-client';
import { findIndicator } from '@fieldlab/domain';
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-t';
import { api } from './api';
import { sidesQuery, type ComparedFigure } from './comparisons';
import { withHttpErrors, request } from './http';

export type Bridge = Schemas['Bridge'];
export type BridgeStep = Bridge['steps'][number];
export type StepMember = Schemas['BridgeStepMembers']['data'][number];

export const haveOneUnit = (left: ComparedFigure, right: ComparedFigure): boolean =>
  findIndicator(left.indicator)?.unit === findIndicator(right.indicator)?.unit;

const bridgeOptions = (left: ComparedFigure, right: ComparedFigure, language: string) => ({
  queryKey: ['figures', 'reconciliation', left, right, language],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Bridge> =>
    withHttpErrors(
      unwrap(
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
