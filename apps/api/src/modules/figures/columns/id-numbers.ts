import { inTurns } from '../../../platform/work/in-turns';

const WORDS = 4;
const NONE = -1;
/** So many ids are placed before others get their turn: some milliseconds. */
const AT_ONCE = 2 ** 15;
/** Where the bytes of an id are put together before they become a text. */
const SCRATCH = Buffer.alloc(16);

/** The 128 bits of each id, by its number, and where in an open hash table the number stands. */
class IdTable {
  readonly words: Uint32Array;
  /** At most half full: of each number one more, so that 0 is a free slot. */
  readonly slots: Int32Array;

  /** @param ids has room for so many, a power of two */
  constructor(ids: number) {
    this.words = new Uint32Array(ids * WORDS);
    this.slots = new Int32Array(ids * 2);
  }

  /** Takes over the ids of these numbers. */
  place({ words }: IdTable, from: number, to: number): void {
    this.words.set(words.subarray(from * WORDS, to * WORDS), from * WORDS);
    for (let number = from; number < to; number += 1) {
      const at = number * WORDS;
      const slot = this.slotOf(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0);
      this.slots[slot] = number + 1;
    }
  }

  /** The slot that holds this id, or the free one in which it belongs. */
  slotOf(a: number, b: number, c: number, d: number): number {
    const { words, slots } = this;
    const mask = slots.length - 1;
    const mixed = Math.imul(d ^ Math.imul(c ^ b, 0x85ebca6b) ^ a, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const number = (slots[slot] ?? 0) + NONE;
      if (number === NONE) return slot;
      const at = number * WORDS;
      if (words[at + 3] === d && words[at + 2] === c && words[at + 1] === b && words[at] === a) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

/** Numbers ids from 0 on in the order in which they are met, so that what is counted by id is counted in arrays. */
export class IdNumbers {
  private table = new IdTable(1024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Makes room for more ids, in turns, so that numbering them holds nobody up. */
  async makeRoom(more: number): Promise<void> {
    const needed = this.count + more;
    if (needed * 2 < this.table.slots.length) return;
    const wider = new IdTable(2 ** (Math.floor(Math.log2(needed)) + 1));
    // What others number meanwhile is placed in the next round.
    for (let placed = 0; placed < this.count;) {
      const { count } = this;
      const start = placed;
      await inTurns(count - start, AT_ONCE, (from, to) => {
        wider.place(this.table, start + from, start + to);
      });
      placed = count;
    }
    this.table = wider;
  }

  /** Answers the number of the id in these 16 bytes; one that was not met before gets the next. */
  numberOf(bytes: Buffer, offset: number): number {
    const a = bytes.readUInt32BE(offset);
    const b = bytes.readUInt32BE(offset + 4);
    const c = bytes.readUInt32BE(offset + 8);
    const d = bytes.readUInt32BE(offset + 12);
    const slot = this.table.slotOf(a, b, c, d);
    const known = (this.table.slots[slot] ?? 0) + NONE;
    return known === NONE ? this.add(slot, a, b, c, d) : known;
  }

  /** Answers the number of an id; one that was not met before gets the next. */
  numbered(id: string): number {
    return this.numberOf(Buffer.from(id.replaceAll('-', ''), 'hex'), 0);
  }

  /** Answers the number of an id, or -1 where it was never met. */
  find(id: string): number {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    if (bytes.length !== 4 * WORDS) return NONE;
    const [a, b, c, d] = [0, 4, 8, 12].map((at) => bytes.readUInt32BE(at)) as [
      number,
      number,
      number,
      number,
    ];
    return (this.table.slots[this.table.slotOf(a, b, c, d)] ?? 0) + NONE;
  }

  /** Answers the id that has a number. */
  idOf(number: number): string {
    for (let word = 0; word < WORDS; word += 1) {
      SCRATCH.writeUInt32BE(this.table.words[number * WORDS + word] ?? 0, word * 4);
    }
    const hex = SCRATCH.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Compares two ids by their numbers, as their texts compare. */
  compare(one: number, other: number): number {
    const { words } = this.table;
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (words[one * WORDS + word] ?? 0) - (words[other * WORDS + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private add(slot: number, a: number, b: number, c: number, d: number): number {
    const { words, slots } = this.table;
    const number = this.count;
    const at = number * WORDS;
    this.count += 1;
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = d;
    slots[slot] = this.count;
    if (this.count * 2 >= slots.length) this.spread();
    return number;
  }

  /** Makes twice the room at once, where nobody made it before. */
  private spread(): void {
    const wider = new IdTable(this.count * 2);
    wider.place(this.table, 0, this.count);
    this.table = wider;
  }
}
