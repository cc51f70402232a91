import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound, type Language } from '@fieldlab/domain';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { newToken, tokenHash } from '../../platform/secrets/secrets';
import type { SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Mailer } from '../../platform/mail/mailer';
import { ParticipationsService } from '../participations/participations.service';
import { SubmissionsService } from '../rounds/submissions.service';
import { questionLetter } from './question-letter';
import type { StatementList } from './statement.dto';
import { toStatementDto } from './statement.mapper';
import { StatementsRepository, type Addressee, type StatementRow } from './statements.repository';

interface PlaceKey {
  roundId: string;
  centreId: string;
}

/** Why a participation changed, in its history: whose statement it was. */
const REASONS: Record<Language, string> = {
  nl: 'Opgave van het bedrijf zelf, via een persoonlijke link',
  en: 'Statement of the company itself, by a personal link',
};

/** Asks companies about their own participation, and decides on what they say. */
@Injectable()
export class StatementsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatementsRepository) private readonly statements: StatementsRepository,
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
    @Inject(ParticipationsService) private readonly participations: ParticipationsService,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** @throws DomainError NOT_FOUND for a centre that the round does not ask, or that is another's */
  async list(actor: Actor, key: PlaceKey): Promise<StatementList> {
    requirePermission(actor, 'round:read');
    const { participations } = await this.submissions.get(actor, key);
    return this.unitOfWork.runSql(authorshipOf(actor), (client) =>
      this.read(
        client,
        key,
        participations.flatMap(({ id, isAsked }) => (isAsked ? [id] : [])),
      ),
    );
  }

  /** Mails those of whom somebody has an address; of who answered something that waits, nothing is lost. */
  async ask(actor: Actor, key: PlaceKey, wanted: readonly string[]): Promise<StatementList> {
    requirePermission(actor, 'round:write');
    const { participations, period, actions } = await this.submissions.get(actor, key);
    if (!actions.includes('submit')) throw closed();
    const asked = participations.flatMap(({ id, isAsked }) => (isAsked ? [id] : []));
    const list = await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const waiting = (await this.statements.list(client, key.roundId, key.centreId)).filter(isUndecided);
      const busy = new Set(waiting.map(({ participationId }) => participationId));
      const ids = wanted.filter((id) => asked.includes(id) && !busy.has(id));
      const people = await this.statements.addressees(client, key.centreId, ids);
      for (const participationId of new Set(people.map((person) => person.participationId))) {
        const token = newToken();
        const question = { roundId: key.roundId, participationId, by: actor.id };
        await this.statements.ask(client, { ...question, tokenHash: tokenHash(token) });
        const theirs = people.filter((person) => person.participationId === participationId);
        for (const to of theirs) await this.mail(client, to, { quarter: period, token });
      }
      return this.read(client, key, asked);
    });
    this.mailer.wake();
    return list;
  }

  /** The company's correction becomes what is registered, as its statement. @throws DomainError STALE_VERSION */
  async accept(
    actor: Actor,
    { participationId, version, ...key }: PlaceKey & { participationId: string; version: number },
    language: Language,
  ): Promise<void> {
    requirePermission(actor, 'round:write');
    await this.submissions.get(actor, key);
    await this.unitOfWork.run(authorshipOf(actor, REASONS[language]), async (tx) => {
      const statement = await this.undecided(tx.client, key, participationId);
      if (statement.stated) {
        await this.participations.patchWithin(tx, actor, participationId, statement.stated, { version });
      }
      await this.statements.decide(tx.client, statement.id, { decision: 'ACCEPTED', by: actor.id });
    });
  }

  async decline(actor: Actor, key: PlaceKey, participationId: string): Promise<void> {
    requirePermission(actor, 'round:write');
    await this.submissions.get(actor, key);
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const { id } = await this.undecided(client, key, participationId);
      await this.statements.decide(client, id, { decision: 'DECLINED', by: actor.id });
    });
  }

  /** Whoever has the link cannot answer any more. Once is enough: again is fine. */
  async revoke(actor: Actor, key: PlaceKey, participationId: string): Promise<void> {
    requirePermission(actor, 'round:write');
    await this.submissions.get(actor, key);
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const { id } = await this.find(client, key, participationId);
      await this.statements.endLink(client, id);
    });
  }

  private async mail(
    client: SqlClient,
    to: Addressee,
    { quarter, token }: { quarter: string; token: string },
  ): Promise<void> {
    const link = `${this.options.publicUrl}/public/participation#${token}`;
    const letter = questionLetter({ ...to, quarter, link });
    await this.mailer.post(client, { to: { name: to.name, address: to.email }, ...letter });
  }

  private async read(
    client: SqlClient,
    { roundId, centreId }: PlaceKey,
    asked: readonly string[],
  ): Promise<StatementList> {
    const rows = await this.statements.list(client, roundId, centreId);
    const known = new Set(rows.map(({ participationId }) => participationId));
    const others = asked.filter((id) => !known.has(id));
    const people = await this.statements.addressees(client, centreId, others);
    const askable = [...new Set(people.map(({ participationId }) => participationId))];
    return { data: rows.map(toStatementDto), total: rows.length, askable };
  }

  private async find(
    client: SqlClient,
    { roundId, centreId }: PlaceKey,
    participationId: string,
  ): Promise<StatementRow> {
    const statement = await this.statements.lock(client, roundId, participationId);
    const isHere = (await this.statements.list(client, roundId, centreId)).some(
      ({ id }) => id === statement?.id,
    );
    if (!statement || !isHere) throw notFound('The statement');
    return statement;
  }

  /** @throws DomainError ILLEGAL_TRANSITION where nothing was said, or somebody decided already */
  private async undecided(client: SqlClient, key: PlaceKey, participationId: string): Promise<StatementRow> {
    const statement = await this.find(client, key, participationId);
    if (!isUndecided(statement)) {
      throw new DomainError(
        'ILLEGAL_TRANSITION',
        'There is no answer of the company that waits for a decision.',
      );
    }
    return statement;
  }
}

const isUndecided = ({ answer, decision }: StatementRow): boolean =>
  answer === 'CORRECTED' && decision === null;

const closed = (): DomainError =>
  new DomainError('ILLEGAL_TRANSITION', 'The centre submitted its answer already; nobody is asked any more.');
