import type { Schemas } from '@fieldlab/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { request } from '../providers/http';
import { isUnderWay, type Import } from './under-way';
import { useEvents } from './use-events';

export type { Import } from './under-way';
export type ImportSummary = Schemas['ImportSummary'];
export type Finding = Schemas['ImportFinding'];
export type Change = Schemas['ImportChange'];

/** A cell that is read otherwise than the file has it, by `sheet:row:column`. */
export type Mends = Readonly<Record<string, string>>;

interface Wanted {
  workbook: File;
  dryRun: boolean;
  mends: Mends;
  setAside: boolean;
  update: boolean;
  reason?: string | undefined;
}

export interface Wizard {
  file: File | undefined;
  current: Import | undefined;
  isBusy: boolean;
  error: unknown;
  mends: Mends;
  setAside: boolean;
  /** Why it touches quarters that were accepted. */
  reason?: string | undefined;
  /** Checks a file, or the same one with what was mended. */
  check: (workbook: File, how?: How) => void;
  /** Imports what was checked, without the changes that were refused. */
  confirm: (refused: readonly Change[]) => void;
  restart: () => void;
  cancel: () => void;
}

export const placeOf = ({ sheet, row, column }: { sheet: string; row: number; column: string }): string =>
  `${sheet}:${row}:${column}`;

/** How a file is read, beside what it says itself. */
export type How = Partial<Pick<Wizard, 'mends' | 'setAside' | 'reason'>>;
type Settled = Pick<Wizard, 'mends' | 'setAside' | 'reason'>;

const FRESH: Settled = { mends: {}, setAside: false };

/** One workbook on its way in: first checked without writing, then imported; which one stands in the address. */
export function useImport(): Wizard {
  const client = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [how, setHow] = useState(FRESH);
  const id = parameters.get('id') ?? undefined;
  const follow = (next: string | undefined): void =>
    setParameters(next === undefined ? {} : { id: next }, { replace: true });
  const start = useMutation({ mutationFn: upload, onSuccess: (started) => follow(started.id) });
  const isFollowing = id !== undefined && !start.isPending;
  const areEventsLost = useEvents(isFollowing ? id : undefined);
  const { data: current, error } = useQuery({
    queryKey: ['import', id],
    queryFn: () => request<Import>('GET', `/imports/${id ?? ''}`),
    enabled: isFollowing,
    retry: 1,
    refetchInterval: ({ state }) => (areEventsLost && isUnderWay(state.data) ? 1000 : false),
  });
  const stop = useMutation({
    mutationFn: () => request<Import>('POST', `/imports/${id ?? ''}/cancel`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['import', id] }),
  });
  const check: Wizard['check'] = (workbook, { mends = {}, setAside = false, reason } = {}) => {
    setFile(workbook);
    setHow({ mends, setAside, reason });
    start.mutate({ workbook, dryRun: true, mends, setAside, update: false, reason });
  };
  return {
    file,
    ...how,
    current: isFollowing ? current : undefined,
    isBusy: start.isPending || (isFollowing && !error && (current === undefined || isUnderWay(current))),
    error: start.error ?? stop.error ?? (isFollowing ? error : null),
    check,
    confirm: (refused) => {
      if (!file || !current) return;
      const mends = { ...how.mends, ...asTheyWere(refused) };
      const update = current.changes.length > refused.length;
      start.mutate({ ...how, workbook: file, dryRun: false, mends, update });
    },
    restart: () => {
      setFile(undefined);
      setHow(FRESH);
      start.reset();
      stop.reset();
      follow(undefined);
    },
    cancel: () => stop.mutate(),
  };
}

/** A change that is refused is a cell that stays what it is. */
const asTheyWere = (refused: readonly Change[]): Mends =>
  Object.fromEntries(refused.map((change) => [placeOf(change), change.from ?? '']));

function upload({ workbook, mends, ...query }: Wanted): Promise<{ id: string }> {
  const body = new FormData();
  const list = Object.entries(mends).map(([place, value]) => {
    const [sheet, row, column] = place.split(':');
    return { sheet, row: Number(row), column, value };
  });
  body.append('mends', JSON.stringify(list));
  body.append('file', workbook);
  return request('POST', '/imports', { body, query });
}
