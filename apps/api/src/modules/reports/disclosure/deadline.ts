/** There was no time to decide; whoever asked tells less, never more. */
export class OutOfTime extends Error {}

/** When all that is decided of one publishing must be decided. */
export class Deadline {
  /** @param at as `Date.now()` counts */
  constructor(readonly at: number) {}

  /** @throws OutOfTime when it is past */
  check(): void {
    if (Date.now() >= this.at) throw new OutOfTime('Deciding what is public takes too long');
  }

  /** An earlier one, after this part of what is left. */
  after(part: number): Deadline {
    const now = Date.now();
    return new Deadline(now + part * (this.at - now));
  }
}
