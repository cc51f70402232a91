import { PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import type { CopiedRow } from './copied-rows';
import { IdNumbers } from './id-numbers';
import { grown, NONE, OPEN, Versions, type Draft } from './versions';
import { COPIED, FIELD, PROFILE_TRAITS, type CopiedKind, type ProfileTraits } from './versions-sql';

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

/**
 * A copy in columns of every version of what companies are counted by. A revision is known here by its place in the
 * order in which revisions became known, so that "known at" is one comparison, whichever order they were begun in.
 */
export class RegisterCopy {
  readonly ids: Record<CopiedKind | 'centres', IdNumbers> = {
    companies: new IdNumbers(),
    centres: new IdNumbers(),
    company_profiles: new IdNumbers(),
    participations: new IdNumbers(),
    activities: new IdNumbers(),
    attendances: new IdNumbers(),
  };
  /** Days count from 2000-01-01; OPEN is no end, and -OPEN no beginning. */
  readonly versions = {
    companies: new Versions(['company', 'mergedInto', 'isBusiness']),
    company_profiles: new Versions(['company', 'group', 'validFrom', 'validTo', 'traits']),
    participations: new Versions(['company', 'centre', 'level', 'startedOn', 'endedOn']),
    activities: new Versions(['activity', 'centre', 'heldOn']),
    attendances: new Versions(['company', 'activity']),
  };
  /** Every combination of traits that any profile has. */
  readonly traits: ProfileTraits[] = [];
  private readonly traitNumbers = new Map<string, number>();
  private readonly levels = new Map<string, number>();

  /** By place: the number of the revision and when it became known, in milliseconds since 1970. */
  private revisions = new Float64Array(64);
  private instants = new Float64Array(64);
  /** How many revisions are known; the place of the last one is one less. */
  places = 0;
  /** By revision its place, or -1. */
  private placeBy = new Int32Array(64).fill(NONE);
  /** Versions that become the current ones when all that was caught up with is read. */
  private becoming: [CopiedKind, number, number][] = [];

  addRevision(revision: number, instant: number): void {
    if (this.places === this.revisions.length) {
      for (const name of ['revisions', 'instants'] as const) {
        const wider = new Float64Array(this.places * 2);
        wider.set(this[name]);
        this[name] = wider;
      }
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
      if (to >= since && to !== OPEN) this.versions[kind].end(this.versions[kind].lastOf(record), to);
      return;
    }
    const version = this.versions[kind].add(from, to);
    this.fill[kind](version, row, record);
    if (to !== OPEN) return;
    // A first reading ends nothing, so what is current may be said at once.
    if (since === 0) this.versions[kind].isCurrent(record, version);
    else this.becoming.push([kind, record, version]);
  }

  private placeOf(row: CopiedRow, field: number): number {
    return this.placeBy[big(row, field)] ?? NONE;
  }

  /** Says which versions are the current ones, once all has been read. */
  settle(): void {
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
      const { company, group, validFrom, validTo, traits } = this.versions.company_profiles.fields;
      company[version] = this.id('companies', row, FIELD.one);
      group[version] = this.id('companies', row, FIELD.other);
      validFrom[version] = int(row, FIELD.first, -OPEN);
      validTo[version] = int(row, FIELD.last, OPEN);
      traits[version] = this.traitsNumbered(text(row, FIELD.text));
    },
    participations: (version, row) => {
      const { company, centre, level, startedOn, endedOn } = this.versions.participations.fields;
      company[version] = this.id('companies', row, FIELD.one);
      centre[version] = this.id('centres', row, FIELD.other);
      level[version] = this.levelNumbered(text(row, FIELD.text));
      startedOn[version] = int(row, FIELD.first, -OPEN);
      endedOn[version] = int(row, FIELD.last, OPEN);
    },
    activities: (version, row, record) => {
      const { activity, centre, heldOn } = this.versions.activities.fields;
      activity[version] = record;
      centre[version] = this.id('centres', row, FIELD.one);
      heldOn[version] = int(row, FIELD.first, OPEN);
    },
    attendances: (version, row) => {
      const { company, activity } = this.versions.attendances.fields;
      company[version] = this.id('companies', row, FIELD.one);
      activity[version] = this.id('activities', row, FIELD.other);
    },
  };

  private id(kind: 'companies' | 'centres' | 'activities', row: CopiedRow, field: number): number {
    return has(row, field) ? this.ids[kind].numberOf(row.bytes, row.starts[field] ?? 0) : NONE;
  }

  private traitsNumbered(json: string): number {
    const known = this.traitNumbers.get(json);
    if (known !== undefined) return known;
    const values = JSON.parse(json) as (string | null)[];
    const named = Object.keys(PROFILE_TRAITS).map((name, index) => [name, values[index] ?? null]);
    this.traits.push(Object.fromEntries(named) as ProfileTraits);
    this.traitNumbers.set(json, this.traits.length - 1);
    return this.traits.length - 1;
  }

  private levelNumbered(code: string): number {
    const known = this.levels.get(code) ?? PARTICIPATION_LEVELS.indexOf(code as ParticipationLevel);
    this.levels.set(code, known);
    return known;
  }
}

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
