import { useGetOne, usePermissions } from 'react-admin';
import { useEffect, useMemo, useState } from 'react';
import type { Permissions } from '../providers/auth-provider';
import type { Activity } from '../providers/records';
import { readBlock, type Block } from '../ui/pasting/block';
import { keepList, readList, type ListDraft } from './draft';
import { readLines, type Line } from './lines';
import { guessRoles, type Role } from './roles';

export interface Preset {
  centreId: string | null;
  activityId: string | null;
}

export interface PastedList {
  draft: ListDraft;
  set: (change: Partial<ListDraft>) => void;
  replace: (draft: ListDraft) => void;
  block: Block;
  roles: Role[];
  hasHeader: boolean;
  lines: Line[];
  setRole: (column: number, role: Role) => void;
  /** Puts another text in a cell; rows are counted from 1. */
  mend: (row: number, column: number, text: string) => void;
}

/** The pasted rows and what is known about them; where one came from is preset, and all of it is kept. */
export function usePastedList(preset: Preset): PastedList {
  const [draft, replace] = useState<ListDraft>(() => withPreset(readList(), preset));
  useEffect(() => keepList(draft), [draft]);
  const set = (change: Partial<ListDraft>): void => replace((before) => ({ ...before, ...change }));
  useOwnCentre(draft, set);
  useActivity(draft, set);
  const block = useMemo(() => mended(readBlock(draft.text), draft.cells), [draft.text, draft.cells]);
  const guess = useMemo(() => guessRoles(block), [block]);
  const hasHeader = draft.hasHeader ?? guess.hasHeader;
  const roles = draft.roles ?? guess.roles;
  const lines = useMemo(() => readLines(block, roles, hasHeader), [block, roles, hasHeader]);
  const setRole = (column: number, role: Role): void =>
    set({ roles: roles.map((one, at) => (at === column ? role : one === role ? 'none' : one)) });
  const mend = (row: number, column: number, text: string): void =>
    set({ cells: { ...draft.cells, [`${row}:${column}`]: text.trim() } });
  return { draft, set, replace, block, roles, hasHeader, lines, setRole, mend };
}

const mended = (block: Block, cells: ListDraft['cells']): Block =>
  block.map((row, at) => row.map((cell, column) => cells[`${at + 1}:${column}`] ?? cell));

function withPreset(draft: ListDraft, { centreId, activityId }: Preset): ListDraft {
  if (activityId !== null) return { ...draft, kind: 'attendances', activityId, centreId };
  return centreId === null ? draft : { ...draft, centreId };
}

/** Whoever coordinates one centre need not choose it. */
function useOwnCentre({ centreId }: ListDraft, set: PastedList['set']): void {
  const { permissions } = usePermissions<Permissions | undefined>();
  const [own, ...others] = permissions?.role === 'COORDINATOR' ? permissions.centreIds : [];
  useEffect(() => {
    if (centreId === null && own !== undefined && others.length === 0) set({ centreId: own });
  });
}

/** An activity knows its centre and its day. */
function useActivity(draft: ListDraft, set: PastedList['set']): void {
  const { data: activity } = useGetOne<Activity>(
    'activities',
    { id: draft.activityId ?? '' },
    { enabled: draft.activityId !== null },
  );
  useEffect(() => {
    if (activity?.id === draft.activityId && activity.centreId !== draft.centreId)
      set({ centreId: activity.centreId, date: activity.heldOn });
  });
}
