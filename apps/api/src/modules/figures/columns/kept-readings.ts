import { LRUCache } from 'lru-cache';
import type { EngineContext } from '../engine/engine-context';
import { KeptAnswers } from '../kept-answers';
import type { Changes } from './changes';
import type { RegisterCopy } from './register-copy';
import type { ColumnsAt } from './register-columns';

/**
 * What a reading has become by changes of the copy, so that not all is read anew after each; undefined where it has to be.
 * The earlier reading stays as it was, for those who still read it.
 */
export type Carry<Reading> = (
  before: Reading,
  changes: Changes,
) => Promise<Reading | undefined> | Reading | undefined;

/** What was read off one copy. */
interface OfCopy<Reading> {
  answers: KeptAnswers<Reading>;
  /** By question, what was read of the latest state. */
  latest: LRUCache<string, { place: number; reading: Reading }>;
}

/**
 * What was last read off the copy, for the questions that follow in one state of the register: that never changes, and
 * neither does what was read of it. What a transaction under way sees is read each time.
 */
export class KeptReadings<Reading> {
  private readonly readings = new WeakMap<RegisterCopy, OfCopy<Reading>>();

  constructor(private readonly most: number) {}

  /** @param question what the reading depends on, beside the state of the register */
  get(
    { copy, place, drafts }: ColumnsAt,
    question: unknown,
    read: () => Promise<Reading>,
    carry: Carry<Reading>,
  ): Promise<Reading> {
    if (drafts) return read();
    const kept = this.of(copy);
    return kept.answers.get([place, question], async () => {
      const key = JSON.stringify(question);
      const before = kept.latest.get(key);
      const changes = before && before.place <= place ? copy.changesBetween(before.place, place) : undefined;
      const reading = (before && changes && (await carry(before.reading, changes))) ?? (await read());
      if (place >= (kept.latest.get(key)?.place ?? place)) kept.latest.set(key, { place, reading });
      return reading;
    });
  }

  private of(copy: RegisterCopy): OfCopy<Reading> {
    const known = this.readings.get(copy);
    if (known) return known;
    const kept: OfCopy<Reading> = {
      answers: new KeptAnswers(this.most),
      latest: new LRUCache({ max: this.most }),
    };
    this.readings.set(copy, kept);
    return kept;
  }
}

/** What a reading of a scope's centres depends on. */
export const scopeAsked = ({ centres }: EngineContext): unknown =>
  centres.map(({ id, startedOn, endedOn }) => [id, startedOn, endedOn]);
