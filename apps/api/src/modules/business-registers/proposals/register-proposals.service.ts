import {
  addDays,
  DomainError,
  errorSentence,
  fault,
  invalidInput,
  minuteIn,
  NETHERLANDS,
  notFound,
  type Language,
} from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../../access/actor';
import { Database, type SqlClient, type Transaction } from '../../../platform/database/database';
import { lockRow } from '../../../platform/database/lock-row';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { staleVersion } from '../../../resource/record.service';
import { CompaniesService } from '../../companies/companies.service';
import { ParticipationsService } from '../../participations/participations.service';
import type {
  Proposal,
  ProposalDecision,
  ProposalList,
  ProposalPage,
  ProposedChange,
  ProposedField,
} from './register-proposal.dto';
import { RegisterProposalsRepository, type ProposalRow } from './register-proposals.repository';

/** Why a company changed, in its history: who said so, and when. */
const REASONS: Record<Language, (register: string, time: string) => string> = {
  nl: (register, time) => `Uit het handelsregister (${register}), gelezen op ${time}`,
  en: (register, time) => `From the trade register (${register}), read on ${time}`,
};
/** Kept with the company itself, and so without a period. */
const UNDATED: readonly ProposedField[] = ['name', 'legalForm'];

/** Decides on what business registers say of companies: nothing of a company changes before. */
@Injectable()
export class RegisterProposalsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RegisterProposalsRepository) private readonly proposals: RegisterProposalsRepository,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(ParticipationsService) private readonly participations: ParticipationsService,
  ) {}

  async list(actor: Actor, query: ProposalList): Promise<ProposalPage> {
    requirePermission(actor, 'register-proposal:read');
    const { rows, total } = await this.proposals.list(this.database.pool, query, boundOf(actor));
    return { data: await Promise.all(rows.map((row) => this.answered(actor, row))), total };
  }

  async get(actor: Actor, id: string): Promise<Proposal> {
    requirePermission(actor, 'register-proposal:read');
    const row = await this.proposals.find(this.database.pool, id, boundOf(actor));
    if (!row) throw notFound('The proposal');
    return this.answered(actor, row);
  }

  /**
   * Changes the company by what is accepted, as any change of it, and remembers what is declined.
   * @throws DomainError STALE_VERSION where the proposal or the company changed since, ILLEGAL_TRANSITION where it was
   *   decided upon or superseded, INVALID_INPUT for what does not wait for a decision
   */
  async decide(
    actor: Actor,
    { id, version }: { id: string; version: number },
    decision: ProposalDecision,
    language: Language,
  ): Promise<Proposal> {
    requirePermission(actor, 'register-proposal:write');
    const seen = await this.get(actor, id);
    const time = minuteIn(NETHERLANDS.timeZone, new Date(seen.readAt));
    const by = authorshipOf(actor, REASONS[language](seen.register, time));
    await this.unitOfWork.run(by, async (tx) => {
      await lockRow(tx.client, 'register_proposals', id);
      const proposal = await this.waiting(tx.client, actor, { id, version });
      const accepted = chosen(proposal, decision.accept, 'accept');
      const declined = chosen(proposal, decision.decline, 'decline');
      if (accepted.some((one) => declined.includes(one))) throw invalidInput([fault('decline', 'NOT_KEPT')]);
      const done = await this.apply(tx, actor, proposal, { accepted, effectiveOn: decision.effectiveOn });
      const decided = proposal.changes.map((change) => ({
        ...change,
        ...decisionOn(change, done, declined),
      }));
      await this.proposals.decide(tx.client, id, decided);
    });
    return this.get(actor, id);
  }

  /** Answers which of the changes are the company's now. */
  private async apply(
    tx: Transaction,
    actor: Actor,
    { companyId, readOn, register }: ProposalRow,
    {
      accepted,
      effectiveOn,
    }: { accepted: readonly ProposedChange[]; effectiveOn: string | null | undefined },
  ): Promise<ProposedChange[]> {
    const company = await this.companies.getWithin(tx, actor, companyId);
    const ended = accepted.find(({ field }) => field === 'endedOn');
    const values = accepted.filter((change) => change !== ended);
    if (values.some(({ field, from }) => company[field as keyof typeof company] !== from))
      throw staleVersion();
    const undated = values.filter(({ field }) => UNDATED.includes(field));
    const dated = values.filter((change) => !undated.includes(change));
    const day = effectiveOn ?? (dated.some(({ from }) => from !== null) ? readOn : undefined);
    if (values.length > 0) {
      const from = dated.length > 0 && effectiveOn !== null ? day : undefined;
      await this.companies.patchWithin(tx, actor, companyId, valuesOf(values), { effectiveOn: from });
    }
    const isEnded = ended && (await this.end(tx, actor, { companyId, register, lastDay: ended.to }));
    return isEnded ? [...values, ended] : values;
  }

  /**
   * Ends the participations that the actor may end, and, where none of others runs on, the number that the firm had.
   * Answers whether nothing of it runs on.
   */
  private async end(
    tx: Transaction,
    actor: Actor,
    { companyId, register, lastDay }: { companyId: string; register: string; lastDay: string },
  ): Promise<boolean> {
    const endedOn = addDays(lastDay, 1);
    const { own, others } = await this.running(tx.client, actor, companyId, lastDay);
    for (const id of own) await this.participations.endWithin(tx, actor, id, endedOn);
    if (others.length > 0) return false;
    const isHome = register === NETHERLANDS.companyNumber.scheme;
    const number = isHome ? { kvkNumber: null } : { foreignNumber: null };
    await this.companies.patchWithin(tx, actor, companyId, number, { effectiveOn: endedOn });
    return true;
  }

  private async running(client: Client, actor: Actor, companyId: string, lastDay: string) {
    const bound = boundOf(actor);
    const all = await this.proposals.runningAfter(client, companyId, lastDay);
    const isOwn = ({ centreId }: { centreId: string }): boolean => bound?.includes(centreId) ?? true;
    return {
      own: all.filter(isOwn).map(({ id }) => id),
      others: all.filter((one) => !isOwn(one)).map(({ id }) => id),
    };
  }

  private async waiting(
    client: SqlClient,
    actor: Actor,
    { id, version }: { id: string; version: number },
  ): Promise<ProposalRow> {
    const proposal = await this.proposals.find(client, id, boundOf(actor));
    if (!proposal) throw notFound('The proposal');
    if (proposal.version !== version) throw staleVersion(version, proposal.version);
    if (proposal.status !== 'OPEN')
      throw new DomainError('ILLEGAL_TRANSITION', errorSentence('ILLEGAL_TRANSITION', {}, 'en'));
    return proposal;
  }

  private async answered(actor: Actor, { readOn: _, ...row }: ProposalRow): Promise<Proposal> {
    const ended = row.changes.find(({ field, decision }) => field === 'endedOn' && decision === null);
    const { pool } = this.database;
    const running = ended
      ? await this.running(pool, actor, row.companyId, ended.to)
      : { own: [], others: [] };
    return {
      ...row,
      readAt: row.readAt.toISOString(),
      running: { own: running.own.length, others: running.others.length },
    };
  }
}

type Client = Database['pool'] | SqlClient;

const valuesOf = (changes: readonly ProposedChange[]) =>
  Object.fromEntries(changes.map(({ field, to }) => [field, to]));

/** The changes of these fields. @throws DomainError INVALID_INPUT where one does not wait for a decision */
function chosen(
  { changes }: ProposalRow,
  fields: readonly ProposedField[],
  path: 'accept' | 'decline',
): ProposedChange[] {
  const waiting = changes.filter(({ decision }) => decision === null);
  const unknown = fields.filter((field) => !waiting.some((change) => change.field === field));
  if (unknown.length > 0) throw invalidInput(unknown.map(() => fault(path, 'NOT_KEPT')));
  return waiting.filter(({ field }) => fields.includes(field));
}

function decisionOn(
  change: ProposedChange,
  accepted: readonly ProposedChange[],
  declined: readonly ProposedChange[],
): Partial<ProposedChange> {
  const isIn = (some: readonly ProposedChange[]): boolean => some.some(({ field }) => field === change.field);
  if (change.decision !== null) return {};
  if (isIn(accepted)) return { decision: 'ACCEPTED' };
  return isIn(declined) ? { decision: 'DECLINED' } : {};
}
