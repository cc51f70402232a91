import { LRUCache } from 'lru-cache';

/**
 * Answers to questions that were asked before. Whoever asks what is being computed already waits for that; what failed
 * is asked anew. The question must hold everything that the answer depends on.
 */
export class KeptAnswers<T> {
  private readonly kept: LRUCache<string, Promise<T>>;

  /** @param most how many are kept; the one that nobody asked for the longest time goes first. */
  constructor(most: number) {
    this.kept = new LRUCache({ max: most });
  }

  async get(question: unknown, compute: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = this.kept.get(key) ?? compute();
    this.kept.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      if (this.kept.get(key) === answer) this.kept.delete(key);
      throw error;
    }
  }
}
