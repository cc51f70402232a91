import type { EngineContext } from '../engine/engine-context';
import { touches, type Changes } from './changes';
import { companiesKnown, firmsAfter, type FirmsAt } from './firms-at';
import { inTurns } from '../../../platform/work/in-turns';
import { KeptReadings, scopeAsked } from './kept-readings';
import type { RegisterCopy } from './register-copy';
import type { ColumnsAt } from './register-columns';
import { NONE, OPEN } from './versions';
import { COPIED, type TraitsOf } from './versions-sql';

/** By kind of record that is counted or added up, whose traits it has: an attendance has those of the activity. */
export const TRAITS_FROM = {
  attendances: 'activities',
  spin_offs: 'spin_offs',
  outcomes: 'outcomes',
  investments: 'investments',
} as const;
export type RecordKind = keyof typeof TRAITS_FROM;
export type RecordTraits<Kind extends RecordKind> = TraitsOf<(typeof TRAITS_FROM)[Kind]>;

/** Of which companies records are: each of one, and counted while that is there; some name one; or none does. */
export type OfCompanies = 'all' | 'some' | 'none';

/** The records of one kind in a scope, a place for each. */
export interface Records {
  length: number;
  /** Their numbers in the copy. */
  record: Int32Array;
  /** The company after merges; -1 of those that name none. */
  company: Int32Array;
  date: Int32Array;
  end: Int32Array;
  /** In hundredths. */
  amount: Float64Array;
  /** The numbers of their traits and of the centres that they lie in. */
  traits: Int32Array;
  centres: Int32Array;
}

/** So many records are looked at before others get their turn: some milliseconds. */
export const RECORDS_AT_ONCE = 2 ** 15;
/** The records of some scopes, of each kind. */
const readings = new KeptReadings<Records>(12);

/** Reads the records that were known in a scope; kept for the questions that follow in one state. */
export async function recordsIn(
  kind: RecordKind,
  ofCompanies: OfCompanies,
  context: EngineContext,
  at: ColumnsAt,
): Promise<Records> {
  const companies = await companiesKnown(at);
  const carry = (before: Records, changes: Changes): Records | undefined =>
    touches(changes, [kind, TRAITS_FROM[kind]]) || firmsAfter(at, changes) === 'others' ? undefined : before;
  const read = async (): Promise<Records> => {
    const scope = new Set(context.centres.map(({ id }) => id));
    const lies = at.copy.centres.values.map((ids) => ids.some((id) => scope.has(id)));
    const source = kind === 'attendances' ? attendances(at) : ownRecords(at.copy, kind);
    return recordsOf({
      source,
      rows: await rowsOf(at, kind),
      lies,
      isOfAll: ofCompanies === 'all',
      companies,
    });
  };
  return readings.get(at, [kind, scopeAsked(context)], read, carry);
}

/** Where the records of a kind stand in the copy. */
interface Source extends Pick<Records, 'record' | 'company' | 'amount'> {
  /** Where of a record the columns `on` say more. */
  placeOf: (row: number) => number;
  on: Pick<Records, 'date' | 'end' | 'traits' | 'centres'>;
}

const rowsOf = ({ copy, place, drafts }: ColumnsAt, kind: RecordKind): Promise<Int32Array> =>
  copy.versions[kind].inTurnsAt(place, drafts?.[kind]);

function ownRecords(copy: RegisterCopy, kind: Exclude<RecordKind, 'attendances'>): Source {
  const { fields, amounts } = copy.versions[kind];
  return { ...fields, amount: amounts, placeOf: (row) => row, on: fields };
}

function attendances(at: ColumnsAt): Source {
  const { fields, amounts } = at.copy.versions.attendances;
  const { activity } = fields;
  return { ...fields, amount: amounts, placeOf: (row) => activity[row] ?? NONE, on: activitiesAt(at) };
}

/** By activity, what was known of each; one that was not there lies in no centre. */
function activitiesAt({ copy, place, drafts }: ColumnsAt) {
  const own = copy.versions.activities.fields;
  const count = copy.ids.activities.size;
  const centres = new Int32Array(count).fill(NONE);
  const [date, traits] = [new Int32Array(count), new Int32Array(count)];
  for (const row of copy.versions.activities.at(place, drafts?.activities)) {
    const activity = own.activity[row] ?? 0;
    centres[activity] = own.centres[row] ?? NONE;
    date[activity] = own.heldOn[row] ?? OPEN;
    traits[activity] = own.traits[row] ?? NONE;
  }
  return { centres, date, end: date, traits };
}

const SAID = ['date', 'end', 'traits', 'centres'] as const;

interface Reading {
  source: Source;
  rows: Int32Array;
  /** By combination of centres, whether one of them is in scope. */
  lies: readonly boolean[];
  isOfAll: boolean;
  companies: FirmsAt;
}

async function recordsOf({ source, rows, lies, isOfAll, companies }: Reading): Promise<Records> {
  const { root, isThere } = companies;
  const places = new Int32Array(rows.length);
  let length = 0;
  await inTurns(rows.length, RECORDS_AT_ONCE, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const row = rows[index] ?? 0;
      if (lies[source.on.centres[source.placeOf(row)] ?? NONE] !== true) continue;
      if (isOfAll && isThere[root[source.company[row] ?? NONE] ?? NONE] !== 1) continue;
      places[length++] = row;
    }
  });
  return filled(source, places.subarray(0, length), root);
}

async function filled(source: Source, rows: Int32Array, root: Int32Array): Promise<Records> {
  const { length } = rows;
  const column = (): Int32Array => new Int32Array(length);
  const records: Records = {
    ...{ length, record: column(), company: column(), amount: new Float64Array(length) },
    ...{ date: column(), end: column(), traits: column(), centres: column() },
  };
  const { record, company, amount, placeOf, on } = source;
  await inTurns(length, RECORDS_AT_ONCE, (from, to) => {
    for (let place = from; place < to; place += 1) {
      const row = rows[place] ?? 0;
      const own = company[row] ?? NONE;
      records.record[place] = record[row] ?? NONE;
      records.company[place] = root[own] ?? own;
      records.amount[place] = amount[row] ?? 0;
      const said = placeOf(row);
      for (const name of SAID) records[name][place] = on[name][said] ?? NONE;
    }
  });
  return records;
}

/** By the number of a record of this kind, 1 where a piece of evidence hangs from it. */
export function evidencedAt({ copy, place, drafts }: ColumnsAt, kind: RecordKind): Uint8Array {
  const { fields } = copy.versions.evidence;
  const evidenced = new Uint8Array(copy.ids[kind].size);
  for (const row of copy.versions.evidence.at(place, drafts?.evidence)) {
    if (COPIED[fields.kind[row] ?? NONE] === kind) evidenced[fields.record[row] ?? 0] = 1;
  }
  return evidenced;
}
