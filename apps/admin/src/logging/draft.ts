import {
  guessOrganisationType,
  NETHERLANDS,
  type OrganisationType,
  type ParticipationLevel,
} from '@fieldlab/domain';
import { dropDraft, keepDraft, readDraft } from '../providers/drafts';
import { today } from '../providers/today';

export interface NewCompany {
  name: string;
  kvkNumber: string;
  municipality: string;
  /** A region's code; '' as long as it is not known. */
  province: string;
  /** As somebody said it; '' as long as the name tells. */
  organisationType: OrganisationType | '';
}

export const emptyCompany = (): NewCompany => ({
  ...{ name: '', kvkNumber: '', municipality: '', province: '', organisationType: '' },
});

/** What it is: as was said, or as its name tells; '' where neither does, for somebody to say. */
export const guessedType = ({ name, organisationType }: NewCompany): OrganisationType | '' =>
  organisationType || (guessOrganisationType(NETHERLANDS, name) ?? '');

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

const PLACE = 'participation';

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

/** The next one of the same event: same fieldlab, same date; what it takes part as is asked of each. */
export const nextDraft = ({ centreId, centreName, startedOn }: Draft): Draft => ({
  ...emptyDraft(),
  centreId,
  centreName,
  startedOn,
});

export function keptDraft(): Draft | undefined {
  const kept = readDraft<Draft>(PLACE);
  if (!kept) return undefined;
  const draft = { ...emptyDraft(), ...kept };
  return { ...draft, newCompany: draft.newCompany && { ...emptyCompany(), ...draft.newCompany } };
}

export const keep = (draft: Draft): void => keepDraft(PLACE, draft);

export const drop = (): void => dropDraft(PLACE);

export const isBegun = ({ companyId, newCompany, note }: Draft): boolean =>
  companyId !== null || newCompany !== null || note !== '';
