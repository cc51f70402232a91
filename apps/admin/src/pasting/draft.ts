import type { ParticipationLevel } from '@fieldlab/domain';
import { dropDraft, keepDraft, readDraft } from '../providers/drafts';
import { today } from '../providers/today';
import type { Choice } from './firms';
import type { Role } from './roles';

/** A list on its way in; kept in this browser until it is saved. */
export interface ListDraft {
  text: string;
  /** Rows that are being typed, not read yet. */
  typed: string;
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

const PLACE = 'list';

export const emptyList = (): ListDraft => ({
  ...{ text: '', typed: '', cells: {}, roles: null, hasHeader: null, choices: {} },
  ...{ kind: 'participations', centreId: null, activityId: null, withParticipation: false },
  ...{ level: 'ENGAGED', date: today() },
});

export const readList = (): ListDraft => ({ ...emptyList(), ...readDraft<ListDraft>(PLACE) });

export function keepList(draft: ListDraft): void {
  if (draft.text === '' && draft.typed === '') dropDraft(PLACE);
  else keepDraft(PLACE, draft);
}

export const dropList = (): void => dropDraft(PLACE);
