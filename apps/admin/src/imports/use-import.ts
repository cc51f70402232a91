import type { Schemas } from '@fieldlab/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { request } from '../providers/http';
import { dropImport, keepImport, readImport, type KeptImport, type Mends, type Settled } from './kept-file';
import { isUnderWay, type Import } from './under-way';
import { useLayout, type LayoutDesk } from './mapping/use-layout';
import { useEvents } from './use-events';

export type { Import } from './under-way';
export type ImportSummary = Schemas['ImportSummary'];
export type Finding = Schemas['ImportFinding'];
export type Change = Schemas['ImportChange'];

interface Wanted extends Settled {
  workbook: File;
  dryRun: boolean;
  update: boolean;
}

export interface Wizard extends Settled {
  file: File | undefined;
  current: Import | undefined;
  isBusy: boolean;
  error: unknown;
  /** Where people say what the columns of another layout are. */
  layout: LayoutDesk;
  /** Checks a file, or the same one with what was mended. */
  check: (workbook: File, how?: How) => void;
  /** Imports what was checked, without the changes that were refused. */
  confirm: (refused: readonly Change[]) => void;
  restart: () => void;
  cancel: () => void;
}

export const placeOf = ({ sheet, row, column }: { sheet: string; row: number; column: string }): string =>
  JSON.stringify([sheet, row, column]);

/** How a file is read, beside what it says itself. */
type How = Partial<Settled>;

const FRESH: Settled = { mends: {}, setAside: false };

/** One workbook on its way in: first checked without writing, then imported; which one stands in the address. */
export function useImport(): Wizard {
  const [parameters, setParameters] = useSearchParams();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [how, setHow] = useState(FRESH);
  const id = parameters.get('id') ?? undefined;
  useKeptFile(id, file, (kept) => {
    setFile(kept.workbook);
    setHow(kept.how);
  });
  const follow = (next?: string): void => setParameters(next ? { id: next } : {}, { replace: true });
  const start = useStart(follow);
  const isFollowing = id !== undefined && !start.isPending;
  const areEventsLost = useEvents(isFollowing ? id : undefined);
  const { data: current, error } = useQuery({
    queryKey: ['import', id],
    queryFn: () => request<Import>('GET', `/imports/${id ?? ''}`),
    enabled: isFollowing,
    retry: 1,
    refetchInterval: ({ state }) => (areEventsLost && isUnderWay(state.data) ? 1000 : false),
  });
  const stop = useStop(id);
  const check: Wizard['check'] = (workbook, { mends = {}, setAside = false, reason, mapping } = {}) => {
    setFile(workbook);
    setHow({ mends, setAside, reason, mapping });
    start.mutate({ workbook, dryRun: true, mends, setAside, update: false, reason, mapping });
  };
  const layout = useLayout(file, start.error);
  const isHandingOver = start.isPending || layout.isLooking;
  return {
    file,
    ...how,
    current: isFollowing ? current : undefined,
    isBusy: isHandingOver || (isFollowing && !error && (current === undefined || isUnderWay(current))),
    layout,
    error: layout.isLooking ? null : (start.error ?? stop.error ?? (isFollowing ? error : null)),
    check,
    confirm: (refused) => {
      if (file && current) start.mutate({ workbook: file, ...confirmed(how, current, refused) });
    },
    restart: () => {
      void dropImport();
      setFile(undefined);
      setHow(FRESH);
      start.reset();
      stop.reset();
      follow();
    },
    cancel: () => stop.mutate(),
  };
}

/** The same file once more, to be written: without the changes that were refused. */
const confirmed = (
  how: Settled,
  { changes }: Import,
  refused: readonly Change[],
): Omit<Wanted, 'workbook'> => ({
  ...how,
  dryRun: false,
  mends: { ...how.mends, ...asTheyWere(refused) },
  update: changes.length > refused.length,
});

/** Hands a workbook over; what was only checked is kept here as well. */
function useStart(follow: (id: string) => void) {
  return useMutation({
    mutationFn: upload,
    onSuccess: async ({ id }, { workbook, dryRun, mends, setAside, reason, mapping }) => {
      await (dryRun ? keepImport({ id, workbook, how: { mends, setAside, reason, mapping } }) : dropImport());
      follow(id);
    },
  });
}

function useStop(id = '') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Import>('POST', `/imports/${id}/cancel`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['import', id] }),
  });
}

/** After a reload the workbook is there again, which the server does not keep. */
function useKeptFile(
  id: string | undefined,
  file: File | undefined,
  found: (kept: KeptImport) => void,
): void {
  const restore = useEffectEvent(found);
  const isWanted = id !== undefined && file === undefined;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isLeft = false;
    void readImport(id).then((kept) => {
      if (kept && !isLeft) restore(kept);
    });
    return () => {
      isLeft = true;
    };
  }, [id, isWanted]);
}

/** A change that is refused is a cell that stays what it is. */
const asTheyWere = (refused: readonly Change[]): Mends =>
  Object.fromEntries(refused.map((change) => [placeOf(change), change.from ?? '']));

function upload({ workbook, mends, mapping, ...query }: Wanted): Promise<{ id: string }> {
  const body = new FormData();
  const list = Object.entries(mends).map(([place, value]) => {
    const [sheet, row, column] = JSON.parse(place) as [string, number, string];
    return { sheet, row, column, value };
  });
  body.append('mends', JSON.stringify(list));
  if (mapping) body.append('mapping', JSON.stringify(mapping));
  body.append('file', workbook);
  return request('POST', '/imports', { body, query });
}
