import { COPIED, type CopiedKind } from './versions-sql';

/** The versions that began or ended after one place in the order of revisions and up to another. */
export interface Changes {
  after: number;
  upTo: number;
  /** By kind, where they stand in the copy; one that began and ended stands there twice. */
  rows: Readonly<Record<CopiedKind, readonly number[]>>;
}

interface Entry {
  place: number;
  kind: CopiedKind;
  row: number;
}

export const touches = ({ rows }: Changes, kinds: readonly CopiedKind[]): boolean =>
  kinds.some((kind) => rows[kind].length > 0);

/** More than an import of some rows; what changed before is not told. */
const MOST_LOGGED = 2 ** 14;

/** Which versions began or ended of late, so that what was read before need not be read anew for one of them. */
export class ChangeLog {
  private entries: Entry[] = [];
  /** The first place from which all changes are told. */
  private first = Infinity;

  /** From the next place on changes are told. @param places how many there are by now */
  beginAt(places: number): void {
    this.first = places;
    this.entries = [];
  }

  /** @param places how many there are, with all that is being caught up with */
  add(entry: Entry, places: number): void {
    if (this.entries.length >= MOST_LOGGED) this.beginAt(places);
    if (entry.place >= this.first) this.entries.push(entry);
  }

  /** What changed after a place and up to another; undefined where that is not known any more. */
  between(after: number, upTo: number): Changes | undefined {
    if (after + 1 < this.first) return undefined;
    const rows = Object.fromEntries(COPIED.map((kind) => [kind, []])) as unknown as Record<
      CopiedKind,
      number[]
    >;
    for (const { place, kind, row } of this.entries) if (place > after && place <= upTo) rows[kind].push(row);
    return { after, upTo, rows };
  }
}
