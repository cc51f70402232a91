import { Inject, Injectable } from '@nestjs/common';
import {
  actionsIn,
  addDays,
  DomainError,
  errorSentence,
  invalidInput,
  isAllowed,
  notFound,
  stateAfter,
  SUBMISSION_LIFE,
  SUBMISSION_PERMISSIONS,
} from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ParticipationsService, type Ended } from '../participations/participations.service';
import { ProgrammeClock } from './programme-clock.repository';
import { BoardRepository, type Place } from './board.repository';
import { answersIn } from './submitted-answers';
import type { SubmissionDto, SubmitInput } from './submission.dto';
import { SubmissionsRepository, type PlaceKey } from './submissions.repository';

/** What a centre says in a round, and what an administrator makes of it. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BoardRepository) private readonly boards: BoardRepository,
    @Inject(SubmissionsRepository) private readonly submissions: SubmissionsRepository,
    @Inject(ParticipationsService) private readonly participations: ParticipationsService,
    @Inject(ProgrammeClock) private readonly clock: ProgrammeClock,
  ) {}

  async get(actor: Actor, key: PlaceKey): Promise<SubmissionDto> {
    requirePermission(actor, 'round:read');
    return this.database.snapshot((client) => this.read(client, actor, key));
  }

  /** Confirms those that still hold and ends the others: all of it, or nothing. */
  async submit(
    actor: Actor,
    key: PlaceKey,
    input: SubmitInput,
    reason: string | undefined,
  ): Promise<SubmissionDto> {
    requirePermission(actor, 'round:write');
    return this.unitOfWork.run(authorshipOf(actor, reason), async (tx) => {
      const { client } = tx;
      await this.placeOf(client, actor, key);
      const { id, status } = await this.submissions.lock(client, key);
      stateAfter(SUBMISSION_LIFE, 'submit', status);
      const { confirmed, ended, faults } = answersIn(input, await this.submissions.asked(client, key));
      if (faults.length > 0) throw invalidInput(faults);
      const before: Ended[] = [];
      for (const { participationId, lastDay } of ended) {
        before.push(await this.participations.endWithin(tx, actor, participationId, addDays(lastDay, 1)));
      }
      await this.submissions.setSubmitted(client, id, { by: actor.name, ended: before });
      await this.submissions.answer(client, id, 'CONFIRMED', confirmed);
      await this.submissions.answer(
        client,
        id,
        'ENDED',
        ended.map(({ participationId }) => participationId),
      );
      return this.read(client, actor, key);
    });
  }

  /**
   * Takes a submission back on which nobody has decided: what it ended goes on, and what it said was never said.
   * @throws DomainError ILLEGAL_TRANSITION; BUILT_UPON where what it ended was changed since
   */
  async withdraw(actor: Actor, key: PlaceKey, reason: string | undefined): Promise<SubmissionDto> {
    requirePermission(actor, SUBMISSION_PERMISSIONS.withdraw);
    return this.unitOfWork.run(authorshipOf(actor, reason), async (tx) => {
      const { client } = tx;
      await this.placeOf(client, actor, key);
      const { id, status, ended } = await this.submissions.lock(client, key);
      stateAfter(SUBMISSION_LIFE, 'withdraw', status);
      if (ended === null) throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', {}, 'en'));
      for (const before of ended) await this.participations.reopenWithin(tx, actor, before);
      await this.submissions.setWithdrawn(client, id);
      return this.read(client, actor, key);
    });
  }

  /**
   * Takes back that a submission was accepted or returned, so that it waits again.
   * @throws DomainError ILLEGAL_TRANSITION; PERIOD_LOCKED without a reason where it was accepted
   */
  async reopen(actor: Actor, key: PlaceKey, reason: string | undefined): Promise<SubmissionDto> {
    requirePermission(actor, SUBMISSION_PERMISSIONS.reopen);
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      await this.placeOf(client, actor, key);
      const { id, status } = await this.submissions.lock(client, key);
      stateAfter(SUBMISSION_LIFE, 'reopen', status);
      await this.submissions.setReopened(client, id);
      return this.read(client, actor, key);
    });
  }

  /** @throws DomainError ILLEGAL_TRANSITION before the quarter is over: what is accepted is locked. */
  accept(actor: Actor, key: PlaceKey, reason: string | undefined): Promise<SubmissionDto> {
    return this.decide(actor, key, 'accept', { reason });
  }

  return(actor: Actor, key: PlaceKey, remark: string, reason: string | undefined): Promise<SubmissionDto> {
    return this.decide(actor, key, 'return', { remark, reason });
  }

  private async decide(
    actor: Actor,
    key: PlaceKey,
    action: 'accept' | 'return',
    { remark, reason }: { remark?: string; reason: string | undefined },
  ): Promise<SubmissionDto> {
    requirePermission(actor, SUBMISSION_PERMISSIONS[action]);
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const place = await this.placeOf(client, actor, key);
      const { id, status } = await this.submissions.lock(client, key);
      const next = stateAfter(SUBMISSION_LIFE, action, status);
      if (action === 'accept' && place.lastDay >= (await this.clock.today(client))) throw notOver(place);
      await this.submissions.setDecided(client, id, {
        status: next,
        by: actor.name,
        remark: remark ?? null,
      });
      return this.read(client, actor, key);
    });
  }

  private async read(client: SqlClient, actor: Actor, key: PlaceKey): Promise<SubmissionDto> {
    const place = await this.placeOf(client, actor, key);
    const actions = actionsIn(SUBMISSION_LIFE, place.status).filter((action) =>
      isAllowed(actor.role, SUBMISSION_PERMISSIONS[action]),
    );
    return { ...place, actions, participations: await this.submissions.asked(client, key) };
  }

  /** @throws DomainError NOT_FOUND for a centre that the round does not ask, or that is another's. */
  private async placeOf(client: SqlClient, actor: Actor, key: PlaceKey): Promise<Place> {
    const bound = boundOf(actor);
    const place =
      bound && !bound.includes(key.centreId)
        ? undefined
        : await this.boards.place(client, key.roundId, key.centreId);
    if (!place) throw notFound('The centre in this round');
    return place;
  }
}

const notOver = ({ lastDay }: Place): DomainError =>
  new DomainError(
    'ILLEGAL_TRANSITION',
    `Accepting locks the quarter, which lasts until ${lastDay}; do it after that.`,
  );
