import { PARTICIPATION_LEVELS, type Location, type ParticipationLevel } from '@fieldlab/domain';
import { ChangeLog, type Changes } from './changes';
import type { CopiedRow } from './copied-rows';
import { IdNumbers } from './id-numbers';
import { Interned } from './interned';
import { grown, NONE, OPEN, Versions, type Draft } from './versions';
import {
  COPIED,
  FIELD,
  LOCATION_NAMES,
  TRAITS,
  type CopiedKind,
  type KindWithTraits,
  type TraitsOf,
} from './versions-sql';

/** The number of a revision and when it became known, in milliseconds since 1970. */
export interface KnownRevision {
  revision: number;
  instant: number;
}

export type Drafts = Record<CopiedKind, Draft>;

export const newDrafts = (): Drafts =>
  Object.fromEntries(
    COPIED.map((kind) => [kind, { added: [], ended: new Set<number>() }]),
  ) as unknown as Drafts;

/** The kinds of records that have all that is counted in themselves. */
type OwnRecord = 'spin_offs' | 'outcomes' | 'investments';
const ownRecords = () => new Versions(['record', 'company', 'date', 'end', 'traits', 'centres'], true);

/** Each combination of traits that records of a kind have. */
type InternedTraits = { readonly [Kind in KindWithTraits]: Interned<TraitsOf<Kind>> };

/**
 * A copy in columns of every version of what is counted and added up. A revision is known here by its place in the
 * order in which revisions became known, so that "known at" is one comparison, whichever order they were begun in.
 */
export class RegisterCopy {
  readonly ids = Object.fromEntries([...COPIED, 'centres'].map((kind) => [kind, new IdNumbers()])) as Record<
    CopiedKind | 'centres',
    IdNumbers
  >;
  /** Days count from 2000-01-01; OPEN is no end, and -OPEN no beginning. */
  readonly versions = {
    companies: new Versions(['company', 'mergedInto', 'isBusiness']),
    company_profiles: new Versions(['company', 'group', 'validFrom', 'validTo', 'traits', 'location']),
    participations: new Versions(['company', 'centre', 'level', 'startedOn', 'endedOn']),
    activities: new Versions(['activity', 'heldOn', 'traits', 'centres']),
    attendances: new Versions(['record', 'company', 'activity'], true),
    spin_offs: ownRecords(),
    outcomes: ownRecords(),
    investments: ownRecords(),
    evidence: new Versions(['kind', 'record']),
  };
  readonly traits = Object.fromEntries(
    Object.entries(TRAITS).map(([kind, columns]) => [kind, new Interned(namedBy(Object.keys(columns)))]),
  ) as unknown as InternedTraits;
  /** Each combination of province and municipality in which companies are. */
  readonly locations = new Interned<Location>(namedBy(LOCATION_NAMES) as (json: string) => never);
  /** The ids of the centres of each combination of centres that records lie in. */
  readonly centres = new Interned((text) => text.slice(1, -1).split(','));
  private readonly levels = new Interned((code) => PARTICIPATION_LEVELS.indexOf(code as ParticipationLevel));

  /** By place: the number of the revision and when it became known, in milliseconds since 1970. */
  private revisions = new Float64Array(64);
  private instants = new Float64Array(64);
  /** How many revisions are known; the place of the last one is one less. */
  places = 0;
  /** By revision its place, or -1. */
  private placeBy = new Int32Array(64).fill(NONE);
  /** Versions that become the current ones when all that was caught up with is read. */
  private becoming: [CopiedKind, number, number][] = [];
  private readonly changes = new ChangeLog();

  /** Makes room for more versions of a kind, and for what they name. */
  async makeRoom(kind: CopiedKind, more: number): Promise<void> {
    await this.ids[kind].makeRoom(more);
    await this.versions[kind].makeRoom(more);
  }

  addRevision(revision: number, instant: number): void {
    if (this.places === this.revisions.length) {
      this.revisions = grown(this.revisions, this.places + 1);
      this.instants = grown(this.instants, this.places + 1);
    }
    if (revision >= this.placeBy.length) this.placeBy = grown(this.placeBy, revision + 1, NONE);
    this.revisions[this.places] = revision;
    this.instants[this.places] = instant;
    this.placeBy[revision] = this.places;
    this.places += 1;
  }

  /** The last revision that is known here; of none, what comes before all. */
  get last(): KnownRevision {
    return this.revisionAt(this.places - 1);
  }

  revisionAt(place: number): KnownRevision {
    return { revision: this.revisions[place] ?? 0, instant: this.instants[place] ?? 0 };
  }

  /** The place of the last revision that was known at an instant; -1 before the first. */
  placeAt(instant: number): number {
    let [low, high] = [0, this.places];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.instants[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Takes in a version of which the beginning or the end became known at `since` or later. */
  take(row: CopiedRow, since: number): void {
    const kind = COPIED[int(row, FIELD.kind, 0)];
    if (!kind) throw new Error('A kind of record came that was not asked for');
    const record = this.ids[kind].numberOf(row.bytes, row.starts[FIELD.id] ?? 0);
    const from = this.placeOf(row, FIELD.from);
    // What a transaction under way wrote, or ended, is not known yet.
    if (from === NONE) return;
    const end = has(row, FIELD.to) ? this.placeOf(row, FIELD.to) : NONE;
    const to = end === NONE ? OPEN : end;
    if (from < since) {
      if (to < since || to === OPEN) return;
      const ended = this.versions[kind].lastOf(record);
      this.versions[kind].end(ended, to);
      this.changes.add({ place: to, kind, row: ended }, this.places);
      return;
    }
    const version = this.versions[kind].add(from, to);
    this.fill[kind](version, row, record);
    if (since > 0) this.changes.add({ place: from, kind, row: version }, this.places);
    if (to !== OPEN) {
      if (since > 0) this.changes.add({ place: to, kind, row: version }, this.places);
      return;
    }
    // A first reading ends nothing, so what is current may be said at once.
    if (since === 0) this.versions[kind].isCurrent(record, version);
    else this.becoming.push([kind, record, version]);
  }

  private placeOf(row: CopiedRow, field: number): number {
    return this.placeBy[big(row, field)] ?? NONE;
  }

  /** What changed after a place and up to another; undefined where that is not known any more. */
  changesBetween(after: number, upTo: number): Changes | undefined {
    return this.changes.between(after, upTo);
  }

  /** Says which versions are the current ones, once all has been read. @param since the place from which on it was read */
  settle(since: number): void {
    if (since === 0) this.changes.beginAt(this.places);
    for (const [kind, record, version] of this.becoming) this.versions[kind].isCurrent(record, version);
    this.becoming = [];
  }

  /** Takes in what a transaction under way wrote, for its own eyes. */
  takeDraft(row: CopiedRow, drafts: Drafts, revision: number): void {
    const kind = COPIED[int(row, FIELD.kind, 0)];
    if (!kind) throw new Error('A kind of record came that was not asked for');
    const record = this.ids[kind].numberOf(row.bytes, row.starts[FIELD.id] ?? 0);
    if (big(row, FIELD.from) !== revision) drafts[kind].ended.add(this.versions[kind].lastOf(record));
    else if (!has(row, FIELD.to)) this.fill[kind](this.versions[kind].draft(drafts[kind]), row, record);
  }

  dropDrafts(drafts: Drafts): void {
    for (const kind of COPIED) this.versions[kind].drop(drafts[kind]);
  }

  private readonly fill: Record<CopiedKind, (version: number, row: CopiedRow, record: number) => void> = {
    companies: (version, row, record) => {
      const { company, mergedInto, isBusiness } = this.versions.companies.fields;
      company[version] = record;
      mergedInto[version] = this.id('companies', row, FIELD.one);
      isBusiness[version] = Number(text(row, FIELD.text) === 'BUSINESS');
    },
    company_profiles: (version, row) => {
      const { company, group, validFrom, validTo, traits, location } = this.versions.company_profiles.fields;
      const [where = '', what = ''] = text(row, FIELD.text).split('\n');
      company[version] = this.id('companies', row, FIELD.one);
      group[version] = this.id('companies', row, FIELD.other);
      validFrom[version] = int(row, FIELD.first, -OPEN);
      validTo[version] = int(row, FIELD.last, OPEN);
      location[version] = this.locations.numberOf(where);
      traits[version] = this.traits.company_profiles.numberOf(what);
    },
    participations: (version, row) => {
      const { company, centre, level, startedOn, endedOn } = this.versions.participations.fields;
      company[version] = this.id('companies', row, FIELD.one);
      centre[version] = this.id('centres', row, FIELD.other);
      level[version] = this.levels.values[this.levels.numberOf(text(row, FIELD.text))] ?? NONE;
      startedOn[version] = int(row, FIELD.first, -OPEN);
      endedOn[version] = int(row, FIELD.last, OPEN);
    },
    activities: (version, row, record) => {
      const { activity, heldOn } = this.versions.activities.fields;
      activity[version] = record;
      heldOn[version] = int(row, FIELD.first, OPEN);
      this.place('activities', version, row);
    },
    attendances: (version, row, record) => {
      const { fields, amounts } = this.versions.attendances;
      fields.record[version] = record;
      fields.company[version] = this.id('companies', row, FIELD.one);
      fields.activity[version] = this.id('activities', row, FIELD.other);
      amounts[version] = big(row, FIELD.amount);
    },
    spin_offs: (...read) => {
      this.fillOwn('spin_offs', ...read);
    },
    outcomes: (...read) => {
      this.fillOwn('outcomes', ...read);
    },
    investments: (...read) => {
      this.fillOwn('investments', ...read);
    },
    evidence: (version, row) => {
      const kind = COPIED.indexOf(text(row, FIELD.text) as CopiedKind);
      this.versions.evidence.fields.kind[version] = kind;
      this.versions.evidence.fields.record[version] = this.id(COPIED[kind] ?? 'evidence', row, FIELD.one);
    },
  };

  private fillOwn(kind: OwnRecord, version: number, row: CopiedRow, record: number): void {
    const { fields, amounts } = this.versions[kind];
    fields.record[version] = record;
    fields.company[version] = this.id('companies', row, FIELD.one);
    fields.date[version] = int(row, FIELD.first, OPEN);
    fields.end[version] = int(row, FIELD.last, OPEN);
    amounts[version] = has(row, FIELD.amount) ? big(row, FIELD.amount) : 0;
    this.place(kind, version, row);
  }

  /** Its centres, which stand between braces, and behind them its traits. */
  private place(kind: OwnRecord | 'activities', version: number, row: CopiedRow): void {
    const both = text(row, FIELD.text);
    const end = both.indexOf('}') + 1;
    const { centres, traits } = this.versions[kind].fields;
    centres[version] = this.centres.numberOf(both.slice(0, end));
    traits[version] = this.traits[kind].numberOf(both.slice(end));
  }

  private id(kind: CopiedKind | 'centres', row: CopiedRow, field: number): number {
    return has(row, field) ? this.ids[kind].numberOf(row.bytes, row.starts[field] ?? 0) : NONE;
  }
}

/** Reads an array in JSON as values by these names. */
const namedBy =
  (names: readonly string[]) =>
  (json: string): Record<string, string | null> => {
    const values = JSON.parse(json) as (string | null)[];
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
  };

const has = (row: CopiedRow, field: number): boolean => (row.starts[field] ?? NONE) >= 0;

function int(row: CopiedRow, field: number, otherwise: number): number {
  const start = row.starts[field] ?? NONE;
  return start < 0 ? otherwise : row.bytes.readInt32BE(start);
}

/** A whole number of eight bytes, which stays below 2^53. */
function big(row: CopiedRow, field: number): number {
  const start = row.starts[field] ?? NONE;
  return row.bytes.readInt32BE(start) * 2 ** 32 + row.bytes.readUInt32BE(start + 4);
}

function text(row: CopiedRow, field: number): string {
  const start = row.starts[field] ?? NONE;
  return row.bytes.toString('utf8', start, start + (row.lengths[field] ?? 0));
}
