/**
 * Answers to questions that were asked before. Whoever asks what is being computed already waits for that; what failed
 * is asked anew. The question must hold everything that the answer depends on.
 */
export class KeptAnswers<T> {
  private readonly kept = new Map<string, Promise<T>>();

  /** @param most how many are kept; the one that nobody asked for the longest time goes first. */
  constructor(private readonly most: number) {}

  async get(question: unknown, compute: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = this.kept.get(key) ?? compute();
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      if (this.kept.get(key) === answer) this.kept.delete(key);
      throw error;
    }
  }
}
