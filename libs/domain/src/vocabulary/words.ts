import type { Role } from '../access/permissions';
import type { Breakdown, FigureUnit } from '../figures';
import type { SubmissionStatus } from '../rounds/submission';
import type { TargetLight } from '../targets/target-light';
import type {
  ActivityKind,
  CentreKind,
  CentreType,
  ClaimLevel,
  ContactPurpose,
  InvestmentForm,
  InvestmentSource,
  InvestmentStatus,
  NoteState,
  OrganisationType,
  OutcomeKind,
  ParticipationLevel,
  SizeClass,
} from './enumerations';
import type { Language } from './languages';

/** The word for every value of every closed list, as it stands in the middle of a sentence. */
export interface Words {
  centreKind: Record<CentreKind, string>;
  centreType: Record<CentreType, string>;
  organisationType: Record<OrganisationType, string>;
  sizeClass: Record<SizeClass, string>;
  level: Record<ParticipationLevel, string>;
  activityKind: Record<ActivityKind, string>;
  source: Record<InvestmentSource, string>;
  status: Record<InvestmentStatus, string>;
  form: Record<InvestmentForm, string>;
  outcomeKind: Record<OutcomeKind, string>;
  claimLevel: Record<ClaimLevel, string>;
  breakdown: Record<Breakdown, string>;
  unit: Record<FigureUnit, string>;
  submissionStatus: Record<SubmissionStatus, string>;
  targetLight: Record<TargetLight, string>;
  noteState: Record<NoteState, string>;
  contactPurpose: Record<ContactPurpose, string>;
  role: Record<Role, string>;
  /** The cell of what has no value for the dimension. */
  unknown: string;
}

export const WORDS: Record<Language, Words> = {
  nl: {
    centreKind: { FIELDLAB: 'fieldlab', HUB: 'hub' },
    centreType: {
      KNOWLEDGE: 'kennis en technologie',
      DEMONSTRATION: 'demonstratie',
      SKILLS: 'vaardigheden',
      COMBINED: 'gecombineerd',
    },
    organisationType: {
      BUSINESS: 'bedrijf',
      KNOWLEDGE: 'kennisinstelling',
      EDUCATION: 'onderwijsinstelling',
      PUBLIC: 'overheid',
      OTHER: 'overig',
    },
    sizeClass: { MICRO: 'micro', SMALL: 'klein', MEDIUM: 'middelgroot', LARGE: 'groot' },
    level: { REACHED: 'bereikt', ENGAGED: 'actief', PARTICIPANT: 'deelnemer', PARTNER: 'partner' },
    activityKind: {
      WORKSHOP: 'workshop',
      TRAINING: 'training',
      DEMO: 'demonstratie',
      SCAN: 'scan',
      PILOT: 'pilot',
      PROJECT: 'project',
      MATCHMAKING: 'matchmaking',
    },
    source: {
      COMPANIES: 'bedrijven',
      KNOWLEDGE_INSTITUTES: 'kennisinstellingen',
      NATIONAL: 'Rijk',
      REGIONAL: 'regio',
      EU: 'Europese Unie',
    },
    status: { COMMITTED: 'toegezegd', REALISED: 'gerealiseerd' },
    form: { CASH: 'in geld', IN_KIND: 'in natura' },
    outcomeKind: {
      NEW_PRODUCT: 'nieuw product',
      NEW_SERVICE: 'nieuwe dienst',
      PRODUCTION_START: 'begonnen met productie',
      JOBS: 'banen',
    },
    claimLevel: { SELF_REPORTED: 'eigen opgave', CONFIRMED: 'bevestigd', EVIDENCED: 'met bewijs' },
    breakdown: {
      centre: 'praktijkomgeving',
      kind: 'soort',
      hub: 'hub',
      year: 'jaar',
      quarter: 'kwartaal',
      technology: 'technologie',
      province: 'provincie',
      municipality: 'gemeente',
      sizeClass: 'grootteklasse',
      level: 'niveau',
      source: 'bron',
      form: 'vorm',
      funder: 'financier',
      claimLevel: 'onderbouwing',
      sector: 'sector (SBI-sectie)',
    },
    unit: { count: 'aantal', FTE: 'fte', EUR: 'euro', percent: 'procent', ratio: 'verhouding' },
    submissionStatus: {
      OPEN: 'nog niet ingediend',
      SUBMITTED: 'ingediend',
      ACCEPTED: 'vastgesteld',
      RETURNED: 'teruggestuurd',
    },
    targetLight: {
      REACHED: 'gehaald',
      ON_TRACK: 'op schema',
      BEHIND: 'loopt achter',
      MISSED: 'niet gehaald',
      UNKNOWN: 'nog niet te zeggen',
    },
    noteState: { NOTE: 'notitie', OPEN: 'opvolgen', DONE: 'afgehandeld' },
    contactPurpose: {
      PARTICIPATION: 'contact over deelname',
      EVALUATION: 'navraag voor de evaluatie',
      INVITATIONS: 'uitnodigingen',
      OTHER: 'anders',
    },
    role: { ADMIN: 'beheerder', EVALUATOR: 'evaluator', COORDINATOR: 'coördinator', VIEWER: 'lezer' },
    unknown: 'onbekend',
  },
  en: {
    centreKind: { FIELDLAB: 'fieldlab', HUB: 'hub' },
    centreType: {
      KNOWLEDGE: 'knowledge and technology',
      DEMONSTRATION: 'demonstration',
      SKILLS: 'skills',
      COMBINED: 'combined',
    },
    organisationType: {
      BUSINESS: 'business',
      KNOWLEDGE: 'knowledge institute',
      EDUCATION: 'education',
      PUBLIC: 'public body',
      OTHER: 'other',
    },
    sizeClass: { MICRO: 'micro', SMALL: 'small', MEDIUM: 'medium', LARGE: 'large' },
    level: { REACHED: 'reached', ENGAGED: 'engaged', PARTICIPANT: 'participant', PARTNER: 'partner' },
    activityKind: {
      WORKSHOP: 'workshop',
      TRAINING: 'training',
      DEMO: 'demonstration',
      SCAN: 'scan',
      PILOT: 'pilot',
      PROJECT: 'project',
      MATCHMAKING: 'matchmaking',
    },
    source: {
      COMPANIES: 'companies',
      KNOWLEDGE_INSTITUTES: 'knowledge institutes',
      NATIONAL: 'national government',
      REGIONAL: 'regional government',
      EU: 'European Union',
    },
    status: { COMMITTED: 'committed', REALISED: 'realised' },
    form: { CASH: 'in cash', IN_KIND: 'in kind' },
    outcomeKind: {
      NEW_PRODUCT: 'new product',
      NEW_SERVICE: 'new service',
      PRODUCTION_START: 'production start',
      JOBS: 'jobs',
    },
    claimLevel: { SELF_REPORTED: 'self-reported', CONFIRMED: 'confirmed', EVIDENCED: 'evidenced' },
    breakdown: {
      centre: 'centre',
      kind: 'kind',
      hub: 'hub',
      year: 'year',
      quarter: 'quarter',
      technology: 'technology',
      province: 'province',
      municipality: 'municipality',
      sizeClass: 'size class',
      level: 'level',
      source: 'source',
      form: 'form',
      funder: 'funder',
      claimLevel: 'claim level',
      sector: 'sector (SBI section)',
    },
    unit: { count: 'number', FTE: 'FTE', EUR: 'euro', percent: 'per cent', ratio: 'ratio' },
    submissionStatus: {
      OPEN: 'not submitted yet',
      SUBMITTED: 'submitted',
      ACCEPTED: 'accepted',
      RETURNED: 'returned',
    },
    targetLight: {
      REACHED: 'reached',
      ON_TRACK: 'on track',
      BEHIND: 'behind',
      MISSED: 'missed',
      UNKNOWN: 'cannot be told yet',
    },
    noteState: { NOTE: 'note', OPEN: 'follow up', DONE: 'done' },
    contactPurpose: {
      PARTICIPATION: 'contact about participation',
      EVALUATION: 'questions for the evaluation',
      INVITATIONS: 'invitations',
      OTHER: 'other',
    },
    role: { ADMIN: 'administrator', EVALUATOR: 'evaluator', COORDINATOR: 'coordinator', VIEWER: 'viewer' },
    unknown: 'unknown',
  },
};
