import { Database } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { createTestDatabase } from './database';
import type { RegisterSnapshot } from './oracle/snapshot';
import type { Random } from './random';
import { liveOn } from './register-life';
import { loadRegister } from './register-loader';
import { randomRegister } from './random-register';

const BY = { actorId: null, actorName: 'test' };

/** What was known in a register at the end of one of its days. */
export interface Day {
  knownAt: string;
  register: RegisterSnapshot;
}

export interface Life {
  /** What may happen on a day. */
  steps?: Parameters<typeof liveOn>[3];
  /** Looks at each day while it is the last. */
  onDay?: (day: Day, database: Database) => Promise<void>;
}

/** A random register in a database of its own, corrected day after day. */
export async function liveRegister(
  seed: number,
  random: Random,
  dayCount: number,
  { steps, onDay }: Life = {},
) {
  const { appUrl, ownerUrl, drop } = await createTestDatabase();
  const database = new Database(appUrl);
  const unitOfWork = new UnitOfWork(database);
  const days: Day[] = [];
  let register = randomRegister(seed);
  for (let day = 0; day < dayCount; day += 1) {
    register = await unitOfWork.runSql(BY, async (client) => {
      if (day > 0) return liveOn(register, random, client, steps);
      await loadRegister(client, register);
      return register;
    });
    const clock = await database.pool.query<{ known_at: Date }>('select known_at from knowledge_clock');
    const lived = { knownAt: clock.rows[0]?.known_at.toISOString() ?? '', register };
    days.push(lived);
    await onDay?.(lived, database);
  }
  return { database, ownerUrl, days, close: () => database.close().then(drop) };
}
