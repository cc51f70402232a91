import type { ParticipationLevel } from '@fieldlab/domain';
import { today } from '../providers/today';
import type { Choice } from './firms';
import type { Role } from './roles';

/** A list on its way in; kept in this browser until it is saved. */
export interface ListDraft {
  text: string;
  /** Cells that were mended here, by `row:column`. */
  cells: Record<string, string>;
  /** What the columns hold where that was corrected; null is as guessed. */
  roles: Role[] | null;
  hasHeader: boolean | null;
  /** By the key of the rows that mean one firm. */
  choices: Record<string, Choice>;
  kind: 'participations' | 'attendances';
  centreId: string | null;
  activityId: string | null;
  withParticipation: boolean;
  level: ParticipationLevel;
  date: string;
}

const PLACE = 'fieldlab.draft.list';

export const emptyList = (): ListDraft => ({
  ...{ text: '', cells: {}, roles: null, hasHeader: null, choices: {} },
  ...{ kind: 'participations', centreId: null, activityId: null, withParticipation: false },
  ...{ level: 'ENGAGED', date: today() },
});

export function readList(): ListDraft {
  const kept = localStorage.getItem(PLACE);
  return kept === null ? emptyList() : { ...emptyList(), ...(JSON.parse(kept) as Partial<ListDraft>) };
}

export function keepList(draft: ListDraft): void {
  if (draft.text === '') localStorage.removeItem(PLACE);
  else localStorage.setItem(PLACE, JSON.stringify(draft));
}

export const dropList = (): void => localStorage.removeItem(PLACE);
