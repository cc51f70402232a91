import pg from 'pg';

type Callback = (error: Error | undefined, result?: unknown) => void;
type Query = (config: unknown, values?: unknown) => Promise<unknown>;

const BEGIN = 'begin';
/** The ends of a transaction, as our own code, Prisma and pg-boss write them. */
const ENDS: ReadonlySet<string> = new Set(['commit', 'rollback', 'commit;', 'rollback;']);
/** Longer than each of them. */
const SHORT = 20;

/**
 * Connections through a pooler that lends a session for one transaction at a time (pgbouncer's pool_mode=transaction).
 * Nothing of a session is there at the next, so every transaction begins with the settings that a connection of our own
 * begins with, and a statement alone is made a transaction.
 * @param settings statements that set them for one transaction
 */
export const lentSessions = (settings: string): new () => pg.Client =>
  class extends LentSession {
    protected override readonly settings = settings;
  };

abstract class LentSession extends pg.Client {
  protected abstract readonly settings: string;
  private isOpen = false;

  override query(...given: unknown[]): never {
    const { config, values, callback } = partsOf(given);
    const text = textOf(config);
    const send = super.query.bind(this) as unknown as Query;
    // A stream of COPY, which is asked for within a transaction only; it is not awaited.
    if (text === undefined) return send(config, values) as never;
    const answer = this.sent(text, (sql) => send(withText(config, sql), values));
    if (!callback) return answer as never;
    answer.then(
      (result) => callback(undefined, result),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
    return undefined as never;
  }

  private async sent(text: string, send: (sql: string) => Promise<unknown>): Promise<unknown> {
    const [start, end] = [wordOf(text.slice(0, SHORT * 2).trimStart()), endOf(text)];
    // One that both begins and ends is whole, and says itself what it needs.
    if (start === BEGIN && ENDS.has(end)) return send(text);
    if (start === BEGIN) return this.begun(withSettings(text, this.settings), send);
    if (this.isOpen) {
      if (text.length < SHORT && ENDS.has(text.trim().toLowerCase())) this.isOpen = false;
      return send(text);
    }
    return this.alone(text, send);
  }

  private async begun(text: string, send: (sql: string) => Promise<unknown>): Promise<unknown> {
    this.isOpen = true;
    return send(text).catch((error: unknown) => {
      this.isOpen = false;
      throw error;
    });
  }

  private async alone(text: string, send: (sql: string) => Promise<unknown>): Promise<unknown> {
    const speak = super.query.bind(this) as unknown as Query;
    await speak(withSettings(BEGIN, this.settings));
    try {
      const result = await send(text);
      await speak('commit');
      return result;
    } catch (error) {
      await speak('rollback').catch(() => undefined); // a connection that is gone has nothing to take back
      throw error;
    }
  }
}

function partsOf(given: unknown[]): { config: unknown; values: unknown; callback: Callback | undefined } {
  const last = given.at(-1);
  const callback = typeof last === 'function' ? (last as Callback) : undefined;
  const [config, values] = callback ? given.slice(0, -1) : given;
  return { config, values, callback };
}

/** Undefined for what sends itself, as a stream does. */
function textOf(config: unknown): string | undefined {
  if (typeof config === 'string') return config;
  if (typeof config !== 'object' || config === null || 'submit' in config || !('text' in config))
    return undefined;
  return typeof config.text === 'string' ? config.text : undefined;
}

const withText = (config: unknown, text: string): unknown =>
  typeof config === 'string' ? text : { ...(config as object), text };

const wordOf = (text: string): string => text.slice(0, BEGIN.length).toLowerCase();
const endOf = (text: string): string => (text.slice(-SHORT).trim().split(/\s/).at(-1) ?? '').toLowerCase();

/** Behind the first statement, so that what follows it may set them otherwise. */
function withSettings(text: string, settings: string): string {
  const [begin = text, ...rest] = text.split(';');
  return [begin, ` ${settings}`, ...rest].join(';');
}
