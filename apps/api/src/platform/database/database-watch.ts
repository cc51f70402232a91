import pg from 'pg';
import { connectionTo } from './schema';
import { setTimeout as sleep } from 'node:timers/promises';
import { socketOf, type RegisterPool } from './register-pool';

/** How often the database is asked, and how long its answer may take. It asks for nothing but an answer. */
export const WATCH = { everyMs: 5_000, answerMs: 10_000 };

/** What is watched, and what holds while it answers nobody. */
const OF_THE_DATABASE = { name: 'The database', until: 'requests are refused until it does' };
export const OF_THE_REPLICA = { name: 'The replica', until: 'the primary answers until it does' };

/**
 * Notices a database that takes connections and answers nobody: its machine hangs, or the network carries one way only.
 * The limits of statements do not help then, for it is the database that keeps them. Whoever waits is told at once, and
 * so is whoever comes, until it answers again. What was under way may have been written or not, as after a power cut.
 */
export class DatabaseWatch {
  private readonly ending = new AbortController();
  private client: pg.Client | undefined;
  private watching: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly pool: RegisterPool,
    private readonly log: (line: string) => void,
    private readonly times = WATCH,
    private readonly words = OF_THE_DATABASE,
  ) {}

  start(): void {
    this.watching ??= this.watch();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.watching;
    this.letGo();
  }

  private async watch(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const answer = await this.ask();
      if (answer === 'none') {
        if (!this.pool.isCutOff) this.log(`${this.words.name} answers nobody: ${this.words.until}.`);
        this.pool.cutOff(); // again, for whoever waited in line began to connect
        continue; // its answer was waited for long enough, and everybody is refused until there is one
      }
      if (this.pool.isCutOff) {
        this.log(`${this.words.name} answers again.`);
        this.pool.connectAgain();
      }
      await sleep(this.times.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** A refusal is an answer: whoever connects hears it too. */
  private async ask(): Promise<'answer' | 'refusal' | 'none'> {
    const asked = this.select().then(
      () => 'answer' as const,
      () => 'refusal' as const,
    );
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.ending.signal]);
    // The second, short wait lets in an answer that lies there, where it was we who were busy all the time.
    const none = sleep(this.times.answerMs, undefined, { signal })
      .then(() => sleep(this.times.answerMs / 10, undefined, { signal }))
      .then(() => 'none' as const);
    const answer = await Promise.race([asked, none.catch(() => 'refusal' as const)]);
    over.abort();
    if (answer !== 'answer') this.letGo();
    return answer;
  }

  private async select(): Promise<void> {
    if (!this.client) {
      const client = new pg.Client(connectionTo(this.url, 'watch'));
      client.on('error', () => undefined); // told by the query, or by the next one
      this.client = client;
      await client.connect();
    }
    await this.client.query('select 1');
  }

  /** Without a goodbye, which would wait for an answer too. */
  private letGo(): void {
    if (this.client) socketOf(this.client).destroy();
    this.client = undefined;
  }
}
