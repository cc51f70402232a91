import {
  ACTIVITY_KINDS,
  CENTRE_KINDS,
  CENTRE_TYPES,
  CLAIM_LEVELS,
  CONTACT_PURPOSES,
  INVESTMENT_FORMS,
  INVESTMENT_SOURCES,
  INVESTMENT_STATUSES,
  ORGANISATION_TYPES,
  OUTCOME_KINDS,
  PARTICIPATION_LEVELS,
  SIZE_CLASSES,
} from './enumerations';

/** The closed lists that a field can choose from, by the name under which their words stand in WORDS. */
export const CHOICES = {
  centreKind: CENTRE_KINDS,
  centreType: CENTRE_TYPES,
  organisationType: ORGANISATION_TYPES,
  sizeClass: SIZE_CLASSES,
  level: PARTICIPATION_LEVELS,
  activityKind: ACTIVITY_KINDS,
  source: INVESTMENT_SOURCES,
  status: INVESTMENT_STATUSES,
  form: INVESTMENT_FORMS,
  outcomeKind: OUTCOME_KINDS,
  claimLevel: CLAIM_LEVELS,
  contactPurpose: CONTACT_PURPOSES,
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type ChoiceOf<C extends ChoiceName> = (typeof CHOICES)[C][number];

export const isChoice = (type: string): type is ChoiceName => type in CHOICES;
