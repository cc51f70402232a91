import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, DomainError } from '@fieldlab/domain';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../../access/actor';
import type { Transaction } from '../../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../../platform/database/unit-of-work';
import { Housekeeping } from '../../../platform/housekeeping/housekeeping.service';
import { JobsService, type Job, type Queue } from '../../../platform/jobs/jobs.service';
import { keepAnswer, type Claimed } from '../../../resource/idempotency.repository';
import { CompaniesService } from '../../companies/companies.service';
import { BUSINESS_REGISTERS, type BusinessRegister } from '../business-register';
import type { CheckState, ProposedChange } from '../proposals/register-proposal.dto';
import type { RegisteredCompany } from '../registered-company.dto';
import { differencesOf } from './differences';
import { RegisterChecksRepository, type DueCompany, type Outcome } from './register-checks.repository';

const QUEUE: Queue = 'check-companies';
const PER_SECOND = 5;
/** So many in a row without an answer: the register does not answer tonight. */
const MOST_UNANSWERED = 3;
/** So long a request waits for what it began; a small register is checked by then. */
const PATIENCE_MS = 8000;
const BETWEEN_LOOKS_MS = 100;

/** In the trail: nobody did it. */
const PROGRAM: Authorship = { actorId: null, actorName: 'fieldlab' };

interface Progress {
  checked: number;
  proposed: number;
}
type Stop = 'REFUSED' | 'UNREACHABLE' | 'ENDED';

/** Looks companies up in business registers at night, a bounded number, and proposes what differs. */
@Injectable()
export class RegisterChecksService implements OnModuleInit {
  private readonly logger = new Logger(RegisterChecksService.name);

  constructor(
    @Inject(BUSINESS_REGISTERS) private readonly registers: readonly BusinessRegister[],
    @Inject(RegisterChecksRepository) private readonly checks: RegisterChecksRepository,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(QUEUE, (job) => this.work(job));
    // One waits for the night; where there is none any more, for it was done, the next one is asked for.
    this.housekeeping.add('checks of companies', async () => {
      if (this.perNight() > 0) await this.jobs.plan(QUEUE, await this.checks.secondsUntilNight());
    });
  }

  async state(actor: Actor): Promise<CheckState> {
    requirePermission(actor, 'register-proposal:read');
    const last = await this.checks.last();
    return {
      isConnected: this.registers.length > 0,
      perNight: this.perNight(),
      ...(await this.checks.counts(this.schemes())),
      last: last
        ? {
            ...{ checked: last.checked, proposed: last.proposed, stoppedBy: last.stoppedBy },
            startedAt: last.startedAt.toISOString(),
            finishedAt: last.finishedAt?.toISOString() ?? null,
          }
        : null,
    };
  }

  /**
   * Checks now what would be checked tonight; waits a moment for it to end.
   * @throws DomainError BUSINESS_REGISTER_NOT_CONNECTED
   */
  async request(actor: Actor, claim: Claimed | undefined): Promise<CheckState> {
    requirePermission(actor, 'register-check:write');
    if (this.registers.length === 0) {
      const message = 'No business register is connected to this installation: see KVK_API_KEY.';
      throw new DomainError('BUSINESS_REGISTER_NOT_CONNECTED', message);
    }
    const before = await this.checks.last();
    await this.jobs.plan(QUEUE, 0, 'now');
    await this.jobs.wake(QUEUE);
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline && !(await this.hasEndedSince(before?.id))) await sleep(BETWEEN_LOOKS_MS);
    const state = await this.state(actor);
    await this.unitOfWork.runSql(authorshipOf(actor), (client) => keepAnswer(client, claim, state));
    return state;
  }

  private async hasEndedSince(before: string | undefined): Promise<boolean> {
    const last = await this.checks.last();
    return last !== undefined && last.id !== before && last.finishedAt !== null;
  }

  private perNight(): number {
    return Math.max(0, ...this.registers.map(({ checksPerNight }) => checksPerNight));
  }

  private schemes(): string[] {
    return this.registers.map(({ scheme }) => scheme);
  }

  private async work({ signal }: Job): Promise<void> {
    try {
      const run = await this.checks.begin();
      if (run === undefined) return;
      const stopped = await this.checkAll(run, signal);
      await this.checks.finish(run, stopped ?? null);
    } catch (error) {
      this.logger.error(`Checks of companies: ${String(error)}`);
    }
  }

  private async checkAll(run: string, signal: AbortSignal): Promise<Stop | undefined> {
    const progress: Progress = { checked: 0, proposed: 0 };
    const unanswered: string[] = [];
    for (const company of await this.checks.due(this.schemes(), this.perNight())) {
      if (signal.aborted) return 'ENDED';
      const outcome = await this.check(company);
      if (outcome === 'REFUSED') return 'REFUSED';
      if (outcome === 'UNANSWERED') {
        unanswered.push(company.id);
        if (unanswered.length === MOST_UNANSWERED) {
          // One of them waits longer from now on, so that a few that never get an answer do not hold up all others.
          await this.noteUnanswered(unanswered.slice(0, 1));
          return 'UNREACHABLE';
        }
      } else {
        await this.noteUnanswered(unanswered.splice(0));
        progress.checked += 1;
        if (outcome === 'DIFFERS') progress.proposed += 1;
      }
      await this.checks.tell(run, progress);
      await sleep(1000 / PER_SECOND, undefined, { signal }).catch(() => undefined);
    }
    await this.noteUnanswered(unanswered);
    return undefined;
  }

  private async noteUnanswered(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.checks.noteOne(id, 'UNANSWERED');
  }

  private async check(company: DueCompany): Promise<Outcome | 'REFUSED'> {
    const register = this.registers.find(({ scheme }) => scheme === company.scheme);
    if (!register) return 'UNANSWERED';
    try {
      const told = await register.find(company.number);
      return await this.unitOfWork.run(PROGRAM, (tx) => this.settle(tx, company, told));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'BUSINESS_REGISTER_REFUSED') return 'REFUSED';
      if (!(error instanceof DomainError)) this.logger.error(`Check of ${company.id}: ${String(error)}`);
      return 'UNANSWERED';
    }
  }

  /** What is told replaces what was proposed before, if that is not the same. */
  private async settle(
    tx: Transaction,
    { id, validTo }: DueCompany,
    told: RegisteredCompany | undefined,
  ): Promise<Outcome> {
    const { client } = tx;
    const open = await this.checks.lockOpen(client, id);
    const found = told ? differencesOf(await this.known(tx, id), told) : [];
    const news = found.filter(({ field, to }) => field !== 'endedOn' || validTo !== addDays(to, 1));
    const changes = await this.checks.notDeclined(client, id, news);
    const waiting = open?.changes.filter(({ decision }) => decision === null) ?? [];
    const outcome = told ? (changes.length > 0 ? 'DIFFERS' : 'SAME') : 'UNKNOWN';
    await this.checks.note(client, id, outcome);
    if (isSame(waiting, changes)) return outcome;
    if (open) await this.checks.supersede(client, open.id);
    if (told && changes.length > 0) {
      await this.checks.propose(client, id, { register: told.register, readAt: told.readAt, changes });
    }
    return outcome;
  }

  private async known(tx: Transaction, id: string) {
    await this.companies.assertNotMergedAway(tx, id);
    return this.companies.read(tx, id);
  }
}

const isSame = (some: readonly ProposedChange[], others: readonly ProposedChange[]): boolean =>
  some.length === others.length &&
  some.every(({ field, from, to }) =>
    others.some((other) => other.field === field && other.from === from && other.to === to),
  );
