import type { ParticipationLevel } from '@fieldlab/domain';
import { today } from '../providers/today';

export interface NewCompany {
  name: string;
  kvkNumber: string;
  municipality: string;
}

/** What is being filled in; kept in this browser until it is saved. */
export interface Draft {
  companyId: string | null;
  companyName: string;
  newCompany: NewCompany | null;
  centreId: string | null;
  centreName: string;
  level: ParticipationLevel | null;
  startedOn: string;
  lastDay: string;
  note: string;
  /** The key under which a save may be sent twice and is done once. */
  attempt: string;
}

const PLACE = 'fieldlab.draft.participation';

export const emptyDraft = (): Draft => ({
  companyId: null,
  companyName: '',
  newCompany: null,
  centreId: null,
  centreName: '',
  level: null,
  startedOn: today(),
  lastDay: '',
  note: '',
  attempt: crypto.randomUUID(),
});

/** The next one of the same event: same fieldlab, same date. */
export const nextDraft = ({ centreId, centreName, startedOn, level }: Draft): Draft => ({
  ...emptyDraft(),
  centreId,
  centreName,
  startedOn,
  level,
});

export function readDraft(): Draft | undefined {
  const kept = localStorage.getItem(PLACE);
  return kept === null ? undefined : { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) };
}

export function keepDraft(draft: Draft): void {
  localStorage.setItem(PLACE, JSON.stringify(draft));
}

export function dropDraft(): void {
  localStorage.removeItem(PLACE);
}

export const isBegun = ({ companyId, newCompany, note }: Draft): boolean =>
  companyId !== null || newCompany !== null || note !== '';
