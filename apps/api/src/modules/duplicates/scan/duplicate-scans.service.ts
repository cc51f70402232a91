import { setTimeout as sleep } from 'node:timers/promises';
import { notFound } from '@fieldlab/domain';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../../access/actor';
import { UnitOfWork, type Authorship } from '../../../platform/database/unit-of-work';
import { JobsService, type Job, type Queue } from '../../../platform/jobs/jobs.service';
import { WorkService } from '../../../platform/work/work.service';
import { keepAnswer } from '../../../resource/idempotency.repository';
import type { WriteOptions } from '../../../resource/record.service';
import type { DuplicateScan } from '../duplicate.dto';
import { scanTask } from './scan-task';
import { ScansRepository, type ScanStatus } from './scans.repository';

const QUEUE: Queue = 'scan-duplicates';
/** So long a request waits for what it began; a small register is scanned by then. */
const PATIENCE_MS = 8000;
const BETWEEN_LOOKS_MS = 100;
const HEARTBEAT_MS = 2000;
/** One that never ended is not begun again. */
const MOST_ATTEMPTS = 5;

/** Searches the whole register for companies that may be one, as a job: one scan at a time. */
@Injectable()
export class DuplicateScansService implements OnModuleInit {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(ScansRepository) private readonly scans: ScansRepository,
    @Inject(WorkService) private readonly work: WorkService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, (job) => this.scan(job), {
      mostAttempts: MOST_ATTEMPTS,
      giveUp: ({ subject: id }, { failure }) => this.scans.fail(id, failure),
    });
  }

  /** Begins a scan, or answers the one that is under way; waits a moment for it to end. */
  async request(actor: Actor, options: WriteOptions = {}): Promise<DuplicateScan> {
    requirePermission(actor, 'duplicate:write');
    const id = await this.begin(authorshipOf(actor, options.reason), ['QUEUED', 'RUNNING']);
    const deadline = Date.now() + PATIENCE_MS;
    let scan = await this.read(id);
    while (isUnderWay(scan) && Date.now() < deadline) {
      await sleep(BETWEEN_LOOKS_MS);
      scan = await this.read(id);
    }
    await this.unitOfWork.runSql(authorshipOf(actor), (client) => keepAnswer(client, options.claim, scan));
    return scan;
  }

  /**
   * Begins a scan, and waits for nothing. One that has begun may have read the register already: who wrote companies
   * just now takes only one that still waits.
   */
  async begin(by: Authorship, statuses: readonly ScanStatus[] = ['QUEUED']): Promise<string> {
    const id = await this.unitOfWork.runSql(by, async (client) => {
      const underWay = await this.scans.underWay(client, { queue: QUEUE, statuses });
      if (underWay !== undefined) return underWay;
      const made = await this.scans.enqueue(client, by);
      await this.jobs.send(client, QUEUE, made);
      return made;
    });
    await this.jobs.wake(QUEUE);
    return id;
  }

  async latest(actor: Actor): Promise<DuplicateScan> {
    requirePermission(actor, 'duplicate:read');
    const scan = await this.scans.latest();
    if (!scan) throw notFound('A scan');
    return toDto(scan);
  }

  private async read(id: string): Promise<DuplicateScan> {
    const scan = await this.scans.find(id);
    if (!scan) throw notFound('The scan');
    return toDto(scan);
  }

  private async scan({ subject: id, signal }: Job): Promise<void> {
    if (!(await this.scans.begin(id))) return;
    const progress = { done: 0, total: 0 };
    const tell = (): void => void this.scans.tell(id, progress).catch(() => undefined);
    const heartbeat = setInterval(tell, HEARTBEAT_MS);
    try {
      const register = await this.scans.register();
      const onProgress = (done: number, total: number): void => void Object.assign(progress, { done, total });
      const result = await this.work.run(scanTask, register, { signal, onProgress });
      await this.scans.tell(id, progress);
      await this.unitOfWork.runSql(PROGRAM, (client) => this.scans.keep(client, id, result), 'batch');
    } catch (error) {
      if (signal.aborted) await this.scans.letGo(id);
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }
}

const PROGRAM: Authorship = { actorId: null, actorName: 'fieldlab' };

const isUnderWay = ({ status }: DuplicateScan): boolean => status === 'QUEUED' || status === 'RUNNING';

function toDto(scan: NonNullable<Awaited<ReturnType<ScansRepository['find']>>>): DuplicateScan {
  const { id, status, createdAt, finishedAt, done, total, found, learntFrom, failure } = scan;
  return {
    ...{ id, status, progress: { done, total }, found, learntFrom, failure },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
