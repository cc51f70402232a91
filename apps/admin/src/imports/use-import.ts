import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../providers/http';

export interface Finding {
  sheet: string | null;
  row: number | null;
  column: string | null;
  value: string | null;
  code: string;
  message: string;
}

export interface Import {
  id: string;
  status: 'QUEUED' | 'RUNNING' | 'DONE' | 'REJECTED' | 'FAILED' | 'CANCELLED' | 'UNDONE';
  fileName: string;
  dryRun: boolean;
  actor: { name: string };
  createdAt: string;
  progress: { done: number; total: number };
  counts: Record<string, { created: number; updated: number; unchanged: number }>;
  openReviews: number;
  faults: Finding[];
  warnings: Finding[];
}

const POLL_MS = 700;
const isUnderWay = (one: Import | undefined): boolean =>
  one?.status === 'QUEUED' || one?.status === 'RUNNING';

/** One workbook on its way in: first checked without writing, then imported. */
export function useImport() {
  const client = useQueryClient();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [id, setId] = useState<string | undefined>(undefined);
  const start = useMutation({
    mutationFn: ({ workbook, dryRun }: { workbook: File; dryRun: boolean }) => upload(workbook, dryRun),
    onSuccess: (started) => setId(started.id),
  });
  const { data: current } = useQuery({
    queryKey: ['import', id],
    queryFn: () => request<Import>('GET', `/imports/${id ?? ''}`),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? POLL_MS : false),
  });
  const change = useMutation({
    mutationFn: (verb: 'cancel' | 'undo') => request<Import>('POST', `/imports/${id ?? ''}/${verb}`),
    onSuccess: () => client.invalidateQueries(),
  });
  const check = (workbook: File): void => {
    setFile(workbook);
    setId(undefined);
    start.mutate({ workbook, dryRun: true });
  };
  const confirm = (): void => {
    if (file) start.mutate({ workbook: file, dryRun: false });
  };
  const restart = (): void => {
    setFile(undefined);
    setId(undefined);
    start.reset();
    change.reset();
  };
  return {
    file,
    current: id === undefined ? undefined : current,
    isBusy: start.isPending || (id !== undefined && (current === undefined || isUnderWay(current))),
    error: start.error ?? change.error,
    check,
    confirm,
    restart,
    cancel: () => change.mutate('cancel'),
    undo: () => change.mutate('undo'),
  };
}

function upload(workbook: File, dryRun: boolean): Promise<{ id: string }> {
  const body = new FormData();
  body.append('file', workbook);
  return request('POST', '/imports', { body, query: { dryRun } });
}
