/** An answer, or the parts of one, as they become known. */
type Tell<Part> = (part: Part) => void;

/** A computation that has not begun yet, and who waits for it. */
interface Next<Part> {
  ended: Promise<void>;
  readers: Tell<Part>[];
}

/**
 * Questions about the present that several ask at once, as dashboards do after a change. While one is computed, all who
 * ask the same wait together for one more, which begins when the first has ended: so it holds whatever was known when
 * they asked, and is computed once for all of them.
 */
export class AskedTogether<Part> {
  /** By the question: it is being computed; with the one that follows, where somebody waits for it. */
  private readonly underWay = new Map<string, { ended: Promise<void>; next?: Next<Part> }>();

  /**
   * @param question all that the answer depends on, besides what is known
   * @param compute tells the parts of the answer in their order
   * @param tell hears them, and throws nothing: others hear the same
   */
  ask(question: unknown, compute: (tell: Tell<Part>) => Promise<void>, tell: Tell<Part>): Promise<void> {
    const key = JSON.stringify(question);
    const current = this.underWay.get(key);
    if (!current) return this.begin(key, compute, [tell]);
    if (current.next) {
      current.next.readers.push(tell);
      return current.next.ended;
    }
    const readers = [tell];
    const ended = current.ended.then(
      () => this.begin(key, compute, readers),
      () => this.begin(key, compute, readers),
    );
    current.next = { ended, readers };
    return ended;
  }

  private async begin(
    key: string,
    compute: (tell: Tell<Part>) => Promise<void>,
    readers: readonly Tell<Part>[],
  ): Promise<void> {
    const ended = compute((part) => {
      for (const tell of readers) tell(part);
    });
    const own: { ended: Promise<void>; next?: Next<Part> } = { ended };
    this.underWay.set(key, own);
    try {
      await ended;
    } finally {
      // Who waits for the next one finds it begun, or begins it.
      if (!own.next && this.underWay.get(key) === own) this.underWay.delete(key);
    }
  }
}
