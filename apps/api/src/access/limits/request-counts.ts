import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { Secrets } from '../../platform/secrets/secrets';
import { RequestCountsRepository, type WindowCount } from './request-counts.repository';
import { COUNTED_HERE } from './request-limits';

/** So many callers are remembered here at a time. */
const MOST_REMEMBERED = 10_000;

type StorageRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/**
 * Counts requests in windows that begin with the first of them. The database counts for all processes; who went past a
 * limit is remembered here until the window ends, so that a flood costs no query. Addresses are kept as keyed digests.
 */
@Injectable()
export class RequestCounts implements ThrottlerStorage, OnModuleInit {
  private readonly remembered = new Map<string, { hits: number; endsAt: number }>();

  constructor(
    @Inject(RequestCountsRepository) private readonly counts: RequestCountsRepository,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('counts of requests', () => this.counts.forgetOld());
  }

  async increment(
    key: string,
    ttl: number,
    limit: number,
    _blockDuration: number,
    name: string,
  ): Promise<StorageRecord> {
    if (COUNTED_HERE.has(name)) return recordOf(this.countHere(key, ttl), limit);
    const known = this.remembered.get(key);
    if (known && known.hits > limit && known.endsAt > Date.now()) return recordOf(leftOf(known), limit);
    const counted = await this.counts.count(this.secrets.digest(key, 'request-counts'), ttl);
    if (counted.hits > limit) this.remember(key, counted);
    return recordOf(counted, limit);
  }

  private countHere(key: string, ttl: number): WindowCount {
    const known = this.remembered.get(key);
    if (!known || known.endsAt <= Date.now()) {
      this.remember(key, { hits: 1, milliseconds: ttl });
      return { hits: 1, milliseconds: ttl };
    }
    known.hits += 1;
    return leftOf(known);
  }

  private remember(key: string, { hits, milliseconds }: WindowCount): void {
    // Forgetting everybody at once is cheap, and lets nobody ask much more than the limit.
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { hits, endsAt: Date.now() + milliseconds });
  }
}

const leftOf = ({ hits, endsAt }: { hits: number; endsAt: number }): WindowCount => ({
  hits,
  milliseconds: endsAt - Date.now(),
});

function recordOf({ hits, milliseconds }: WindowCount, limit: number): StorageRecord {
  const seconds = Math.ceil(milliseconds / 1000);
  return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
}
