import type { ClaimLevel } from '@fieldlab/domain';
import type {
  CentreRecord,
  CompanyRecord,
  InvestmentRecord,
  ParticipationRecord,
  ProfileRecord,
  RegisterSnapshot,
} from './snapshot';

/** F..D, both included; without a lower bound when `from` is null. */
export interface Window {
  from: string | null;
  to: string;
}

/** The scope, or one cell of it: which records are looked at. Each test is of one kind of thing. */
export interface Lens {
  centre: (centre: CentreRecord) => boolean;
  /** Of the company that remains after merges, with its details on a day. */
  company: (company: CompanyRecord, day: string) => boolean;
  participation: (participation: ParticipationRecord) => boolean;
  /** Whether a company's attendances are looked at. */
  attendancesOf: (company: CompanyRecord, window: Window) => boolean;
  investment: (investment: InvestmentRecord) => boolean;
  claimLevel: (claimLevel: ClaimLevel) => boolean;
}

export interface View {
  register: RegisterSnapshot;
  window: Window;
  lens: Lens;
  countBy: 'company' | 'group';
}

export function isWithin(day: string, { from, to }: Window): boolean {
  return (from === null || day >= from) && day <= to;
}

/** Half-open: the end is the first day on which it no longer holds. */
export function holdsOn(day: string, start: string | null, end: string | null): boolean {
  return start !== null && start <= day && (end === null || day < end);
}

export function centreById(register: RegisterSnapshot, id: string): CentreRecord {
  return found(
    register.centres.find((centre) => centre.id === id),
    id,
  );
}

/** The company that remains after merges, whose details count. */
export function rootCompany(register: RegisterSnapshot, id: string): CompanyRecord {
  const company = found(
    register.companies.find((one) => one.id === id),
    id,
  );
  return company.mergedIntoId === null ? company : rootCompany(register, company.mergedIntoId);
}

/** The company that has no parent on a day, up the chain of parents; merges resolve first, also of each parent. */
export function headOfGroup(register: RegisterSnapshot, company: CompanyRecord, day: string): CompanyRecord {
  const parentId = profileOn(company, day)?.groupId ?? null;
  const parent = parentId === null ? company : rootCompany(register, parentId);
  return parent.id === company.id ? company : headOfGroup(register, parent, day);
}

/** The period of the company's details that holds on a day; one without dates holds always. */
export function profileOn(company: CompanyRecord, day: string): ProfileRecord | undefined {
  return company.profiles.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
}

/** "started_on <= D and (effective end is empty or effective end > F)"; a participation ends with its centre. */
export function overlaps(
  participation: ParticipationRecord,
  centre: CentreRecord,
  { from, to }: Window,
): boolean {
  if (participation.startedOn > to) return false;
  const ends = [participation.endedOn, centre.endedOn].filter((end) => end !== null);
  return from === null || ends.every((end) => end > from);
}

function found<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new Error(`the snapshot has no record ${id}`);
  return record;
}
