import { Inject, Injectable } from '@nestjs/common';
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
  type MetricObjectWithValues,
  type MetricValue,
} from 'prom-client';
import { Database } from '../../platform/database/database';
import { MailSender } from '../../platform/mail/mail-sender.service';
import type { RequestOutcome } from '../../platform/http/request-outcome';

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const MS_IN_SECOND = 1000;

type Told = MetricObjectWithValues<MetricValue<string>>[];

/** What Prometheus reads: the process, its requests by route, and its connections to the database. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
    registers: [this.registry],
  });

  private newestBackup: Gauge | undefined;
  private everybody: (() => Promise<Told[]>) | undefined;

  constructor(@Inject(Database) { pool }: Database, @Inject(MailSender) { counts }: MailSender) {
    collectDefaultMetrics({ register: this.registry });
    const connections = new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool, and requests that wait for one',
      labelNames: ['state'],
      registers: [this.registry],
      collect: () => {
        connections.set({ state: 'open' }, pool.totalCount);
        connections.set({ state: 'idle' }, pool.idleCount);
        connections.set({ state: 'waited_for' }, pool.waitingCount);
      },
    });
    const mails = new Gauge({
      name: 'mails_total',
      help: 'Mails by what became of them: sent, failed (it is tried again) or given up',
      labelNames: ['outcome'],
      registers: [this.registry],
      collect: () => {
        for (const [outcome, count] of Object.entries(counts)) mails.set({ outcome }, count);
      },
    });
  }

  /** Where backups are made by itself; elsewhere there is no such number. @param madeAt undefined: there is none */
  tellNewestBackup(madeAt: Date | undefined): void {
    this.newestBackup ??= new Gauge({
      name: 'backup_newest_timestamp_seconds',
      help: 'When the newest backup was made that is kept; 0 while there is none',
      registers: [this.registry],
    });
    this.newestBackup.set((madeAt?.getTime() ?? 0) / MS_IN_SECOND);
  }

  /** Where there is a replica. @param counts how often it answered, and the primary instead and why; they go on counting */
  tellReads(counts: Readonly<Record<string, number>>): void {
    const reads = new Gauge({
      name: 'database_reads_total',
      help: 'What only reads, by who answered: the replica, or the primary because the replica was behind, away or failed',
      labelNames: ['server', 'because'],
      registers: [this.registry],
      collect: () => {
        for (const [outcome, count] of Object.entries(counts))
          reads.set(
            outcome === 'replica'
              ? { server: outcome, because: 'level' }
              : { server: 'primary', because: outcome },
            count,
          );
      },
    });
  }

  count({ method, route, status, seconds }: RequestOutcome): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /**
   * Of several processes that serve one port, whichever is asked tells of all, each under its number.
   * @param asking makes, of what one process tells, a question to all
   */
  join(number: number, asking: (own: () => Promise<Told>) => () => Promise<Told[]>): void {
    this.registry.setDefaultLabels({ process: String(number) });
    this.everybody = asking(() => this.registry.getMetricsAsJSON());
  }

  async read(): Promise<string> {
    const told = await this.everybody?.();
    if (told === undefined) return this.registry.metrics();
    // Each has labels of its own, so that nothing is added up: neither is anything left out.
    return AggregatorRegistry.aggregate(
      told.map((one) => one.map((metric) => ({ ...metric, aggregator: 'first' }))),
    ).metrics();
  }
}
