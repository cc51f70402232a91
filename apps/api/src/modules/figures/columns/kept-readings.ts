import type { EngineContext } from '../engine/engine-context';
import { KeptAnswers } from '../kept-answers';
import type { RegisterCopy } from './register-copy';
import type { ColumnsAt } from './register-columns';

/**
 * What was last read off the copy, for the questions that follow in one state of the register: that never changes, and
 * neither does what was read of it. What a transaction under way sees is read each time.
 */
export class KeptReadings<Reading> {
  private readonly readings = new WeakMap<RegisterCopy, KeptAnswers<Reading>>();

  constructor(private readonly most: number) {}

  /** @param question what the reading depends on, beside the state of the register */
  get({ copy, place, drafts }: ColumnsAt, question: unknown, read: () => Promise<Reading>): Promise<Reading> {
    if (drafts) return read();
    const kept = this.readings.get(copy) ?? new KeptAnswers<Reading>(this.most);
    this.readings.set(copy, kept);
    return kept.get([place, question], read);
  }
}

/** What a reading of a scope's centres depends on. */
export const scopeAsked = ({ centres }: EngineContext): unknown =>
  centres.map(({ id, startedOn, endedOn }) => [id, startedOn, endedOn]);
