import type {
  ActivityKind,
  CentreKind,
  ClaimLevel,
  InvestmentForm,
  InvestmentSource,
  InvestmentStatus,
  OrganisationType,
  OutcomeKind,
  ParticipationLevel,
  SizeClass,
} from '@fieldlab/domain';

/**
 * What was known at one instant: the live records only, as plain data. Dates are `YYYY-MM-DD`, so that they compare
 * as texts; every `endedOn`, `dissolvedOn` and `to` is the first day on which it no longer holds.
 */
export interface RegisterSnapshot {
  programme: { startedOn: string } | null;
  centres: CentreRecord[];
  companies: CompanyRecord[];
  participations: ParticipationRecord[];
  activities: ActivityRecord[];
  attendances: AttendanceRecord[];
  investments: InvestmentRecord[];
  spinOffs: SpinOffRecord[];
  outcomes: OutcomeRecord[];
}

export interface CentreRecord {
  id: string;
  code: string;
  kind: CentreKind;
  name: string;
  hubId: string | null;
  province: string | null;
  municipality: string | null;
  technologies: string[];
  startedOn: string | null;
  endedOn: string | null;
}

export interface CompanyRecord {
  id: string;
  name: string;
  organisationType: OrganisationType;
  mergedIntoId: string | null;
  profiles: ProfileRecord[];
}

export interface ProfileRecord {
  from: string | null;
  to: string | null;
  sizeClass: SizeClass | null;
  province: string | null;
  municipality: string | null;
  sbiCode: string | null;
  /** Null where nobody said which. */
  sbiVersion: 'SBI2008' | 'SBI2025' | null;
  /** Its parent, as it was recorded: before merges. */
  groupId: string | null;
}

export interface ParticipationRecord {
  id: string;
  companyId: string;
  centreId: string;
  level: ParticipationLevel;
  startedOn: string;
  endedOn: string | null;
}

export interface ActivityRecord {
  id: string;
  centreId: string;
  kind: ActivityKind;
  heldOn: string;
}

export interface AttendanceRecord {
  id: string;
  activityId: string;
  companyId: string;
  people: number;
}

export interface InvestmentRecord {
  id: string;
  centreId: string;
  source: InvestmentSource;
  status: InvestmentStatus;
  form: InvestmentForm;
  funder: string | null;
  /** A decimal text such as `1234.56`. */
  amountEur: string;
  datedOn: string;
  companyId: string | null;
}

export interface SpinOffRecord {
  id: string;
  name: string;
  centreIds: string[];
  foundedOn: string;
  dissolvedOn: string | null;
  claimLevel: ClaimLevel;
}

export interface OutcomeRecord {
  id: string;
  kind: OutcomeKind;
  companyId: string;
  centreIds: string[];
  achievedOn: string;
  /** A decimal text: whole, or of JOBS with up to two decimals. */
  quantity: string;
  claimLevel: ClaimLevel;
}
