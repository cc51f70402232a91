import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { EditionFigure, ReportAction, ReportStatus, SealedEdition } from '@fieldlab/domain';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors, request } from './http';

/** The contract calls what the server keeps itself nullable; of a report these are always there. */
interface Standing {
  status: ReportStatus;
  edition: number;
}
export type Report = Omit<Schemas['Report'], keyof Standing> & Standing;
export type ReportWithFigures = Report & { figures: EditionFigure[] };
export type ReportDraft = Pick<
  Report,
  'title' | 'language' | 'asOf' | 'from' | 'scope' | 'indicators' | 'by' | 'text'
>;
export type EditionSummary = Schemas['ReportEditions']['data'][number];

const keyOf = (id: string): string[] => ['reports', 'getOne', id];

/** While it is being published, its progress is asked for so often. */
const LOOK_AGAIN_MS = 1000;

/** One report with its figures. */
export function useReport(id: string): UseQueryResult<ReportWithFigures> {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(api.GET('/api/v1/reports/{id}', { params: { path: { id } }, signal })),
      ) as Promise<unknown> as Promise<ReportWithFigures>,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.status === 'PUBLISHING' ? LOOK_AGAIN_MS : false),
  });
}

export function useEditions(id: string): UseQueryResult<EditionSummary[]> {
  return useQuery({
    queryKey: [...keyOf(id), 'editions'],
    queryFn: async ({ signal }) => {
      const sent = { params: { path: { id } }, signal };
      return (await withHttpErrors(unwrap(api.GET('/api/v1/reports/{id}/editions', sent)))).data;
    },
  });
}

/** A sealed edition, or what everybody may have of it; it never changes, and need never be fetched again. */
export function useEdition(
  id: string,
  edition: number,
  { isWhole, isOn = true }: { isWhole: boolean; isOn?: boolean },
): UseQueryResult<SealedEdition> {
  const address = `/reports/${id}/editions/${edition}`;
  return useQuery({
    queryKey: [...keyOf(id), 'editions', edition, isWhole],
    queryFn: ({ signal }) =>
      request<SealedEdition>('GET', isWhole ? `${address}.json` : `/public${address}`, { signal }),
    staleTime: Infinity,
    enabled: isOn,
  });
}

export const makeReport = (draft: ReportDraft): Promise<Report> =>
  request<Report>('POST', '/reports', { body: draft });

interface ReportWrites {
  save: (report: Report, changes: Partial<ReportDraft>) => Promise<Report>;
  /** Answers the report as it is afterwards. */
  act: (report: Report, action: ReportAction, body?: object) => Promise<Report>;
}

/** `revise` is the API's new edition; every other action has its own name there. */
const addressOf = (id: string, action: ReportAction): string =>
  `/reports/${id}/${action === 'revise' ? 'editions' : action}`;

/** Changes to a report, after which everything that shows it asks again. */
export function useReportWrites(): ReportWrites {
  const client = useQueryClient();
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['reports'] });
  return {
    save: async ({ id, version }, changes) => {
      const headers = { 'If-Match': `"${version}"` };
      const saved = await request<Report>('PATCH', `/reports/${id}`, { body: changes, headers });
      await again();
      return saved;
    },
    act: async ({ id }, action, body) => {
      const after = await request<Report>('POST', addressOf(id, action), { body });
      await again();
      return after;
    },
  };
}
