/** What each company adds to a number, by its id; under the empty name what belongs to none. */
export type Amounts = ReadonlyMap<string, number>;

export const NOBODY = '';
/** Less than half a hundredth is nothing. */
const NOTHING = 0.005;

export function sumOf(all: readonly Amounts[], factors: readonly number[] = []): Amounts {
  const sum = new Map<string, number>();
  all.forEach((amounts, index) => {
    const factor = factors[index] ?? 1;
    for (const [firm, amount] of amounts) sum.set(firm, (sum.get(firm) ?? 0) + factor * amount);
  });
  for (const [firm, amount] of sum) if (Math.abs(amount) < NOTHING) sum.delete(firm);
  return sum;
}

/** Sums of the same amounts, in their order, computed once: the same object then. */
export class KnownSums {
  private readonly numbers = new Map<Amounts, number>();
  private readonly sums = new Map<string, Amounts>();

  of(all: readonly Amounts[]): Amounts {
    const key = all.map((amounts) => this.numberOf(amounts)).join(' ');
    const sum = this.sums.get(key) ?? sumOf(all);
    this.sums.set(key, sum);
    return sum;
  }

  private numberOf(amounts: Amounts): number {
    const number = this.numbers.get(amounts) ?? this.numbers.size;
    this.numbers.set(amounts, number);
    return number;
  }
}

export const differenceOf = (one: Amounts, other: Amounts): Amounts => sumOf([one, other], [1, -1]);

export const totalOf = (amounts: Amounts): number =>
  Math.round(100 * [...amounts.values()].reduce((sum, amount) => sum + amount, 0)) / 100;

const NAMES = new WeakMap<Amounts, string>();

/** Two numbers made of the same contributions are the same number. */
export function sameAmounts(amounts: Amounts): string {
  const name =
    NAMES.get(amounts) ??
    [...amounts]
      .map(([firm, amount]) => `${firm}:${Math.round(100 * amount)}`)
      .sort()
      .join(' ');
  NAMES.set(amounts, name);
  return name;
}

/** Answers whether few companies stand behind it (threshold rule), or one has nearly all of it (dominance rule). */
export function isSensitive(
  amounts: Amounts,
  rules: { threshold: number; dominance: number },
  hasDominance: boolean,
): boolean {
  const firms = [...amounts].filter(([firm]) => firm !== NOBODY).map(([, amount]) => Math.abs(amount));
  if (firms.length === 0) return false;
  if (firms.length < rules.threshold) return true;
  const all = [...amounts.values()].reduce((sum, amount) => sum + Math.abs(amount), 0);
  return hasDominance && Math.max(...firms) > rules.dominance * all;
}
