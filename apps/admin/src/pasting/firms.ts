import {
  guessOrganisationType,
  NETHERLANDS,
  PARTICIPATION_LEVELS,
  regionOf,
  type OrganisationType,
  type ParticipationLevel,
  type Places,
} from '@fieldlab/domain';
import type { CompanyMatch, ListRow } from '../providers/lists';
import type { Company } from '../providers/records';
import { lineKey, type Line } from './lines';

/** What a person said about whom a row means, where the register could not tell or was wrong. */
export type Choice =
  | { kind: 'company'; company: Pick<Company, 'id' | 'name'> }
  | { kind: 'new'; organisationType?: OrganisationType }
  | { kind: 'skip' };

/** Whom a row means: a firm that is registered, a new one, nobody, or one of several. */
export type Meaning =
  | { kind: 'company'; company: Pick<Company, 'id' | 'name'>; by: CompanyMatch['by'] }
  /** What it is as was said, or as its name tells; undefined where neither does, for somebody to say. */
  | { kind: 'new'; organisationType: OrganisationType | undefined }
  | { kind: 'skip' }
  | { kind: 'doubt'; lookAlikes: Company[] };

export function meaningOf(line: Line, match: CompanyMatch | undefined, choice: Choice | undefined): Meaning {
  if (choice?.kind === 'company') return { ...choice, by: null };
  if (choice?.kind === 'skip') return choice;
  const guessed = guessOrganisationType(NETHERLANDS, line.name);
  if (choice) return { kind: 'new', organisationType: choice.organisationType ?? guessed };
  if (match?.company) return { kind: 'company', company: match.company, by: match.by };
  const lookAlikes = match?.lookAlikes ?? [];
  return lookAlikes.length > 0 || line.name === ''
    ? { kind: 'doubt', lookAlikes }
    : { kind: 'new', organisationType: guessed };
}

export interface Read {
  line: Line;
  meaning: Meaning;
}

/** Rows that turned out to mean one firm, taken together: its people added up, its first day, its highest level. */
export interface Firm {
  key: string;
  meaning: Exclude<Meaning, { kind: 'skip' | 'doubt' }>;
  lines: Line[];
  people: number;
  date: string | undefined;
  level: ParticipationLevel | undefined;
  note: string;
}

export function firmsOf(all: readonly Read[]): Firm[] {
  const firms = new Map<string, Firm>();
  for (const { line, meaning } of all) {
    if (meaning.kind === 'skip' || meaning.kind === 'doubt') continue;
    const key = meaning.kind === 'company' ? meaning.company.id : lineKey(line);
    const firm = firms.get(key);
    firms.set(key, firm ? together(firm, meaning, line) : firmOf(key, meaning, line));
  }
  return [...firms.values()];
}

const firmOf = (key: string, meaning: Firm['meaning'], line: Line): Firm => ({
  ...{ key, meaning, lines: [line], people: line.people ?? 1 },
  ...{ date: line.date, level: line.level, note: line.note },
});

function together(firm: Firm, meaning: Firm['meaning'], line: Line): Firm {
  return {
    ...firm,
    // One firm may be spelled in several ways, of which only one tells what it is.
    meaning: isUntyped(firm) ? meaning : firm.meaning,
    lines: [...firm.lines, line],
    people: firm.people + (line.people ?? 1),
    date: [firm.date, line.date].filter((date) => date !== undefined).sort()[0],
    level: PARTICIPATION_LEVELS.filter((level) => level === firm.level || level === line.level).at(-1),
    note: [...new Set([firm.note, line.note])].filter(Boolean).join('; '),
  };
}

/** A new company of which nobody said, nor its name tells, what it is: no figure could count it. */
export const isUntyped = ({ meaning }: Pick<Firm, 'meaning'>): boolean =>
  meaning.kind === 'new' && meaning.organisationType === undefined;

export interface Target {
  centreId: string;
  /** Set where attendance is pasted. */
  activityId: string | null;
  /** Whether participations are made; always, without an activity. */
  withParticipation: boolean;
  /** Of rows that do not say. */
  level: ParticipationLevel;
  date: string;
}

/** Firms that the register has where they would be put: they are left as they are. */
export interface Present {
  participating: ReadonlySet<string>;
  attending: ReadonlySet<string>;
}

/** What is to be written of a firm; undefined where all of it is there already. */
export function rowOf(
  firm: Firm,
  target: Target,
  present: Present,
  places: Places | undefined,
): ListRow | undefined {
  const participation = target.withParticipation && !present.participating.has(firm.key);
  const attendance = target.activityId !== null && !present.attending.has(firm.key);
  if (!participation && !attendance) return undefined;
  return {
    ...(firm.meaning.kind === 'company'
      ? { companyId: firm.meaning.company.id }
      : { newCompany: newCompanyOf(firm.lines[0], firm.meaning.organisationType, places) }),
    ...(participation && {
      participation: {
        ...{ centreId: target.centreId, level: firm.level ?? target.level },
        ...{ startedOn: firm.date ?? target.date, ...(firm.note && { note: firm.note }) },
      },
    }),
    ...(attendance && { attendance: { activityId: target.activityId ?? '', people: firm.people } }),
  };
}

function newCompanyOf(
  line: Line | undefined,
  organisationType: OrganisationType | undefined,
  places: Places | undefined,
): NonNullable<ListRow['newCompany']> {
  const { name = '', number, postcode = '', town = '' } = line ?? {};
  const province = places && regionOf(places, { postcode, town });
  return {
    name,
    ...(number && { kvkNumber: number }),
    ...(organisationType && { organisationType }),
    ...(postcode && { postcode }),
    ...(town && { municipality: town }),
    ...(province && { province }),
  };
}
