import {
  BEGAN,
  BEGAN_BEFORE,
  CENTRE_ENDED,
  PARTICIPATED,
  PARTICIPATING,
  REACHED,
} from '../engine/firm-flags';
import { NO_LEVEL, takesPart, type Engagements, type Stretch } from './engagements';
import type { SliceGroup } from './slice-group';
import { NONE, OPEN } from './versions';

/** Set beside the flags of a firm that was met in a slice, since what it did may set none. */
const MET = 128;
/** Set in the last slice of a firm that was met in any of the group. */
const SEEN = 64;

/** What is told of firms beside what they did, which costs room and time. */
export interface MoreOfFirms {
  /** In how many centres they took part. */
  hasCentres: boolean;
  /** The first day on which a participation of theirs began. */
  hasFirstDays: boolean;
}

/** How many bytes are marked of a firm in a slice. */
export const bytesOf = ({ hasCentres, hasFirstDays }: Partial<MoreOfFirms>): number =>
  1 + (hasCentres ? 6 : 0) + (hasFirstDays ? 4 : 0);

/**
 * What is marked of each firm while a cell is visited, in each slice of a group: a byte for each, those of one firm beside
 * each other, since firms come in any order and slices follow each other. An engagement is looked at once for all slices.
 */
export class FirmMarks {
  private readonly flags: Uint8Array;
  private readonly first: Int32Array;
  private readonly centres: Uint16Array;
  private readonly lastCentre: Int32Array;
  private readonly metFirms: Int32Array;
  private count = 0;
  /** The slice of the group that is read. */
  private slice = 0;

  constructor(
    firms: number,
    private readonly group: SliceGroup,
    { hasCentres = false, hasFirstDays = false }: Partial<MoreOfFirms>,
  ) {
    const places = firms * group.length;
    this.flags = new Uint8Array(places);
    this.first = new Int32Array(hasFirstDays ? places : 0).fill(OPEN);
    this.centres = new Uint16Array(hasCentres ? places : 0);
    this.lastCentre = new Int32Array(hasCentres ? places : 0).fill(NONE);
    this.metFirms = new Int32Array(firms);
  }

  flagsOf = (firm: number): number => (this.flags[this.placeOf(firm)] ?? 0) & ~(MET | SEEN);
  firstOn = (firm: number): number => this.first[this.placeOf(firm)] ?? OPEN;
  centresOf = (firm: number): number => this.centres[this.placeOf(firm)] ?? 0;

  private placeOf(firm: number): number {
    return firm * this.group.length + this.slice;
  }

  /** From here on a slice of the group is read; answers the firms that were met in it. */
  read(slice: number): Int32Array {
    this.slice = slice;
    const { flags, metFirms, count } = this;
    if (this.group.length === 1) return metFirms.subarray(0, count);
    // Most firms are looked at faster in the order in which they stand than in that in which they were met.
    const areMost = count * 2 > metFirms.length;
    const met = new Int32Array(count);
    let own = 0;
    for (let index = 0; index < (areMost ? metFirms.length : count); index += 1) {
      const firm = areMost ? index : (metFirms[index] ?? 0);
      if (((flags[this.placeOf(firm)] ?? 0) & MET) !== 0) met[own++] = firm;
    }
    return met.subarray(0, own);
  }

  clear(): void {
    const { flags, first, centres, lastCentre, metFirms, count } = this;
    const { length } = this.group;
    for (let index = 0; index < count; index += 1) {
      const row = (metFirms[index] ?? 0) * length;
      for (let place = row; place < row + length; place += 1) flags[place] = 0;
      if (first.length > 0) first.fill(OPEN, row, row + length);
      if (centres.length === 0) continue;
      centres.fill(0, row, row + length);
      lastCentre.fill(NONE, row, row + length);
    }
    this.count = 0;
  }

  /** In the slice that is read, a firm did nothing. */
  forget(firm: number): void {
    const place = this.placeOf(firm);
    this.flags[place] = (this.flags[place] ?? 0) & (MET | SEEN);
  }

  /** Marks what the engagements of (parts of) stretches say of their firms. */
  add(engagements: Engagements, stretches: readonly Stretch[]): void {
    for (const stretch of stretches) {
      if (stretch.level === NO_LEVEL) this.addAttendances(engagements, stretch);
      else if (takesPart(stretch)) this.addParticipations(engagements, stretch);
      else this.addReached(engagements, stretch);
    }
  }

  private addAttendances({ firm: firmAt, startedOn }: Engagements, { from, to }: Stretch): void {
    const { group } = this;
    for (let place = from; place < to; place += 1) {
      const day = startedOn[place] ?? 0;
      const [first, last] = [group.endBefore(day), group.beginBefore(day + 1)];
      if (first < last) this.mark(this.meet(firmAt[place] ?? 0), first, last, MET | REACHED);
    }
  }

  /** At a level that is none of taking part. */
  private addReached({ firm: firmAt, startedOn, endedOn }: Engagements, { from, to }: Stretch): void {
    const { group } = this;
    for (let place = from; place < to; place += 1) {
      const first = group.endBefore(startedOn[place] ?? 0);
      if (first === group.length) continue;
      const row = this.meet(firmAt[place] ?? 0);
      this.mark(row, first, group.length, MET);
      this.mark(row, first, group.beginBefore(endedOn[place] ?? OPEN), REACHED);
    }
  }

  private addParticipations(engagements: Engagements, { centre, from, to }: Stretch): void {
    const { group } = this;
    const { firm: firmAt, startedOn, endedOn, centres } = engagements;
    const opened = group.endBefore(centres.startedOn[centre] ?? OPEN);
    const centreEnd = centres.endedOn[centre] ?? OPEN;
    const closed = group.endBefore(centreEnd);
    for (let place = from; place < to; place += 1) {
      const [start, end] = [startedOn[place] ?? 0, endedOn[place] ?? OPEN];
      const first = group.endBefore(start);
      if (first === group.length) continue;
      const row = this.meet(firmAt[place] ?? 0);
      const [began, ended] = [group.beginBefore(start + 1), group.beginBefore(end)];
      this.mark(row, first, began, MET | BEGAN);
      this.mark(row, Math.max(first, began), group.length, MET | BEGAN_BEFORE);
      this.mark(row, first, ended, REACHED | PARTICIPATED);
      this.mark(row, Math.max(first, opened), group.endBefore(end), PARTICIPATING);
      if (end === centreEnd) this.mark(row, Math.max(first, closed), ended, CENTRE_ENDED);
      if (this.first.length > 0) this.markFirstDay(row + first, row + group.length, start);
      if (this.centres.length > 0) this.markCentre(row + first, row + ended, centre);
    }
  }

  /** Sets flags of a firm in the slices from one up to another, if that comes after it. */
  private mark(row: number, from: number, to: number, own: number): void {
    const { flags } = this;
    for (let place = row + from; place < row + to; place += 1) flags[place] = (flags[place] ?? 0) | own;
  }

  private markFirstDay(from: number, to: number, day: number): void {
    for (let place = from; place < to; place += 1)
      if (day < (this.first[place] ?? OPEN)) this.first[place] = day;
  }

  /** The engagements of a centre stand behind each other. */
  private markCentre(from: number, to: number, centre: number): void {
    for (let place = from; place < to; place += 1) {
      if (this.lastCentre[place] === centre) continue;
      this.lastCentre[place] = centre;
      this.centres[place] = (this.centres[place] ?? 0) + 1;
    }
  }

  /** Answers where the slices of a firm begin. */
  private meet(firm: number): number {
    const row = firm * this.group.length;
    const last = row + this.group.length - 1;
    if (this.flags[last] === 0) {
      this.flags[last] = SEEN;
      this.metFirms[this.count++] = firm;
    }
    return row;
  }
}
