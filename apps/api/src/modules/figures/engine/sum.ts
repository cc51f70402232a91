import type { Hundredths } from '@fieldlab/domain';
import type { Records } from '../columns/records';
import { NONE } from '../columns/versions';

/** What records add: each one, what it says itself, or the businesses that they are of, each once. */
export type Adds = 'record' | 'amount' | 'business';

/** One, in hundredths. */
export const ONE = 100;
/** Small enough to hold any one amount besides, exactly. */
const MOST = 2 ** 52;

/** Adds whole numbers up exactly, also where their sum is beyond what a double holds. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  /** @param whole from 0 up to 2^52 */
  add(whole: number): void {
    this.small += whole;
    if (this.small < MOST) return;
    this.large += BigInt(this.small);
    this.small = 0;
  }

  get total(): bigint {
    return this.large + BigInt(this.small);
  }
}

/** In hundredths, half up; undefined where there is nothing to divide by. */
export const quotient = (over: bigint, under: bigint): Hundredths | undefined =>
  under === 0n ? undefined : (200n * over + under) / (2n * under);

/** What an indicator is in one cell, as its records come. */
export class Sum {
  private readonly over = new ExactSum();
  private readonly under = new ExactSum();
  private readonly businesses = new Set<number>();

  constructor(
    private readonly adds: Adds,
    private readonly records: Pick<Records, 'amount' | 'company'>,
    private readonly isUnder?: (place: number) => boolean,
  ) {}

  add(place: number): void {
    const { amount, company } = this.records;
    if (this.adds === 'business') this.businesses.add(company[place] ?? NONE);
    else {
      const sum = this.isUnder?.(place) === true ? this.under : this.over;
      sum.add(this.adds === 'record' ? ONE : (amount[place] ?? 0));
    }
  }

  /** Undefined where there is nothing to divide by. */
  get value(): Hundredths | undefined {
    if (this.isUnder) return quotient(this.over.total, this.under.total);
    return this.over.total + BigInt(ONE * this.businesses.size);
  }
}
