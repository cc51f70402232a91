const WORDS = 4;
const NONE = -1;
/** Where the bytes of an id are put together before they become a text. */
const SCRATCH = Buffer.alloc(16);

/** Numbers ids from 0 on in the order in which they are met, so that what is counted by id is counted in arrays. */
export class IdNumbers {
  /** The 128 bits of each id, by its number. */
  private words = new Uint32Array(1024 * WORDS);
  /** An open hash table of numbers, at most half full. */
  private slots = new Int32Array(2048).fill(NONE);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Answers the number of the id in these 16 bytes; one that was not met before gets the next. */
  numberOf(bytes: Buffer, offset: number): number {
    const [a, b, c, d] = [0, 4, 8, 12].map((at) => bytes.readUInt32BE(offset + at)) as [
      number,
      number,
      number,
      number,
    ];
    const slot = this.slotOf(a, b, c, d);
    const known = this.slots[slot] ?? NONE;
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
    const slot = this.slotOf(
      bytes.readUInt32BE(0),
      bytes.readUInt32BE(4),
      bytes.readUInt32BE(8),
      bytes.readUInt32BE(12),
    );
    return this.slots[slot] ?? NONE;
  }

  /** Answers the id that has a number. */
  idOf(number: number): string {
    for (let word = 0; word < WORDS; word += 1) {
      SCRATCH.writeUInt32BE(this.words[number * WORDS + word] ?? 0, word * 4);
    }
    const hex = SCRATCH.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Compares two ids by their numbers, as their texts compare. */
  compare(one: number, other: number): number {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (this.words[one * WORDS + word] ?? 0) - (this.words[other * WORDS + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private add(slot: number, a: number, b: number, c: number, d: number): number {
    const number = this.count;
    this.count += 1;
    if (this.count * WORDS > this.words.length) {
      const words = new Uint32Array(this.words.length * 2);
      words.set(this.words);
      this.words = words;
    }
    this.words.set([a, b, c, d], number * WORDS);
    this.slots[slot] = number;
    if (this.count * 2 > this.slots.length) this.spread();
    return number;
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(NONE);
    for (let number = 0; number < this.count; number += 1) {
      const at = number * WORDS;
      const [a = 0, b = 0, c = 0, d = 0] = this.words.subarray(at, at + WORDS);
      this.slots[this.slotOf(a, b, c, d)] = number;
    }
  }

  /** The slot that holds this id, or the free one in which it belongs. */
  private slotOf(a: number, b: number, c: number, d: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(d ^ Math.imul(c ^ b, 0x85ebca6b) ^ a, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const number = this.slots[slot] ?? NONE;
      if (number === NONE) return slot;
      const at = number * WORDS;
      const words = this.words;
      if (words[at + 3] === d && words[at + 2] === c && words[at + 1] === b && words[at] === a) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
