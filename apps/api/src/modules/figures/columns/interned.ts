/** Keeps every text once, by a number from 0 on in the order in which they are met, as what is read off it. */
export class Interned<Value> {
  readonly values: Value[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly read: (text: string) => Value) {}

  /** Answers the number of a text; one that was not met before gets the next. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.values.push(this.read(text));
    this.numbers.set(text, this.values.length - 1);
    return this.values.length - 1;
  }
}
