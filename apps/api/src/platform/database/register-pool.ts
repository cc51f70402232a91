import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import pg from 'pg';

interface Watch {
  connection?: pg.PoolClient;
  /** Until it has its connection, or gives up. */
  end: () => void;
}

/**
 * A pool that tells which connection a piece of work took first. Prisma keeps the connection of its transactions to
 * itself; what SQL computes within one has to speak over the same.
 */
export class RegisterPool extends pg.Pool {
  private readonly watches = new AsyncLocalStorage<Watch>();
  private watching = 0;
  private isOut = false;

  /** Whether it gives no connection, because the database answers nobody. */
  get isCutOff(): boolean {
    return this.isOut;
  }

  /** Ends every connection, also one that is being made, without waiting for the other side; and gives none. */
  cutOff(): void {
    this.isOut = true;
    const { _clients: clients } = this as unknown as { _clients: readonly pg.Client[] };
    for (const client of [...clients]) socketOf(client).destroy(unreachable());
  }

  connectAgain(): void {
    this.isOut = false;
  }

  /** `work` is handed a way to the first connection that it, or what it calls, took. */
  async watched<T>(work: (connection: () => pg.PoolClient) => Promise<T>): Promise<T> {
    const watch: Watch = { end: this.watch() };
    try {
      return await this.watches.run(watch, () =>
        work(() => {
          if (!watch.connection) throw new Error('No connection was taken yet');
          return watch.connection;
        }),
      );
    } finally {
      watch.end();
    }
  }

  /** While anybody watches, each promise of the process costs more: so it ends as soon as nobody does. */
  private watch(): () => void {
    this.watching += 1;
    let isOver = false;
    return () => {
      if (!isOver) this.watching -= 1;
      isOver = true;
      if (this.watching === 0) this.watches.disable();
    };
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (callback) {
      if (this.isOut) setImmediate(callback, unreachable(), undefined, () => undefined);
      else super.connect(callback);
      return;
    }
    if (this.isOut) return Promise.reject(unreachable());
    return super.connect().then((client) => {
      const watch = this.watches.getStore();
      if (watch && !watch.connection) {
        watch.connection = client;
        watch.end();
      }
      return client;
    });
  }
}

/** The way to the server, of which the types of pg do not tell. */
export const socketOf = (client: pg.Client | pg.PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

const unreachable = (): Error =>
  Object.assign(new Error('The database answers nobody.'), { code: 'ECONNRESET' });
