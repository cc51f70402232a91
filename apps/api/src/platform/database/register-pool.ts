import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

interface Watch {
  connection?: pg.PoolClient;
}

/**
 * A pool that tells which connection a piece of work took first. Prisma keeps the connection of its transactions to
 * itself; what SQL computes within one has to speak over the same.
 */
export class RegisterPool extends pg.Pool {
  private readonly watches = new AsyncLocalStorage<Watch>();

  /** `work` is handed a way to the first connection that it, or what it calls, took. */
  watched<T>(work: (connection: () => pg.PoolClient) => Promise<T>): Promise<T> {
    const watch: Watch = {};
    return this.watches.run(watch, () =>
      work(() => {
        if (!watch.connection) throw new Error('No connection was taken yet');
        return watch.connection;
      }),
    );
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (callback) {
      super.connect(callback);
      return;
    }
    return super.connect().then((client) => {
      const watch = this.watches.getStore();
      if (watch) watch.connection ??= client;
      return client;
    });
  }
}
