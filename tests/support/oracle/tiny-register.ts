import type {
  ActivityRecord,
  AttendanceRecord,
  CentreRecord,
  CompanyRecord,
  InvestmentRecord,
  OutcomeRecord,
  ParticipationRecord,
  RegisterSnapshot,
  SpinOffRecord,
} from './snapshot';

/** Registers small enough to count on one's fingers: a spec names only what matters to it. Ids are the names. */

const EMPTY: RegisterSnapshot = {
  programme: { startedOn: '2015-01-01' },
  centres: [],
  companies: [],
  participations: [],
  activities: [],
  attendances: [],
  investments: [],
  spinOffs: [],
  outcomes: [],
};

export function aRegister(records: Partial<RegisterSnapshot>): RegisterSnapshot {
  return { ...EMPTY, ...records };
}

export function aFieldlab(code: string, fields: Partial<CentreRecord> = {}): CentreRecord {
  return {
    id: code,
    code,
    kind: 'FIELDLAB',
    name: code,
    hubId: null,
    province: null,
    municipality: null,
    technologies: [],
    startedOn: '2015-01-01',
    endedOn: null,
    ...fields,
  };
}

export function aHub(code: string, fields: Partial<CentreRecord> = {}): CentreRecord {
  return aFieldlab(code, { kind: 'HUB', ...fields });
}

export function aCompany(id: string, fields: Partial<CompanyRecord> = {}): CompanyRecord {
  return { id, name: id, organisationType: 'BUSINESS', mergedIntoId: null, profiles: [], ...fields };
}

const NOTHING_KNOWN: CompanyRecord['profiles'][number] = {
  ...{ from: null, to: null, sizeClass: null, province: null, municipality: null },
  ...{ sbiCode: null, sbiVersion: null, groupId: null },
};

/** Where a company always was. */
export const living = (province: string | null, municipality: string | null): CompanyRecord['profiles'] => [
  { ...NOTHING_KNOWN, province, municipality },
];

/** Details that always hold. */
export function always(
  sizeClass: CompanyRecord['profiles'][number]['sizeClass'],
  province: string | null = null,
): CompanyRecord['profiles'] {
  return [{ ...NOTHING_KNOWN, sizeClass, province }];
}

/** With a parent. */
export const under = (
  groupId: string,
  profiles: CompanyRecord['profiles'] = always(null),
): CompanyRecord['profiles'] => profiles.map((profile) => ({ ...profile, groupId }));

/** The same from one day to just before another; null is no bound. */
export const during = (
  from: string | null,
  to: string | null,
  profiles: CompanyRecord['profiles'],
): CompanyRecord['profiles'] => profiles.map((profile) => ({ ...profile, from, to }));

/** A sector code that always holds; of a version that nobody said, unless it is said here. */
export function inSector(
  sbiCode: string,
  sbiVersion: CompanyRecord['profiles'][number]['sbiVersion'] = null,
): CompanyRecord['profiles'] {
  return [{ ...NOTHING_KNOWN, sbiCode, sbiVersion }];
}

/** Of level PARTICIPANT, from 2018-01-01, without an end. */
export function aParticipation(
  companyId: string,
  centreId: string,
  fields: Partial<ParticipationRecord> = {},
): ParticipationRecord {
  const startedOn = fields.startedOn ?? '2018-01-01';
  return {
    id: `${companyId}@${centreId} ${startedOn}`,
    companyId,
    centreId,
    level: 'PARTICIPANT',
    startedOn,
    endedOn: null,
    ...fields,
  };
}

export function aTraining(id: string, centreId: string, heldOn: string): ActivityRecord {
  return { id, centreId, kind: 'TRAINING', heldOn };
}

export function anAttendance(activityId: string, companyId: string, people = 1): AttendanceRecord {
  return { id: `${companyId} at ${activityId}`, activityId, companyId, people };
}

/** Realised by companies, in cash, on 2018-01-01. */
export function anInvestment(
  id: string,
  centreId: string,
  amountEur: string,
  fields: Partial<InvestmentRecord> = {},
): InvestmentRecord {
  return {
    id,
    centreId,
    source: 'COMPANIES',
    status: 'REALISED',
    form: 'CASH',
    funder: null,
    amountEur,
    datedOn: '2018-01-01',
    companyId: null,
    ...fields,
  };
}

export function aSpinOff(
  id: string,
  centreIds: string[],
  fields: Partial<SpinOffRecord> = {},
): SpinOffRecord {
  return {
    id,
    name: id,
    centreIds,
    foundedOn: '2018-01-01',
    dissolvedOn: null,
    claimLevel: 'CONFIRMED',
    ...fields,
  };
}

export function anOutcome(
  id: string,
  kind: OutcomeRecord['kind'],
  companyId: string,
  centreIds: string[],
  fields: Partial<OutcomeRecord> = {},
): OutcomeRecord {
  return {
    id,
    kind,
    companyId,
    centreIds,
    achievedOn: '2018-01-01',
    quantity: '1',
    claimLevel: 'CONFIRMED',
    ...fields,
  };
}
