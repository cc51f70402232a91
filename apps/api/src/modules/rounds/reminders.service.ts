import { Inject, Injectable } from '@nestjs/common';
import { actionsIn, invalidInput, SUBMISSION_LIFE, fault } from '@fieldlab/domain';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import type { SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Mailer } from '../../platform/mail/mailer';
import { BoardRepository, type Place } from './board.repository';
import { REMINDER_MAILS } from './reminder-mails';
import { RemindersRepository, type Coordinator } from './reminders.repository';
import type { Reminded, RoundBoard } from './round.dto';
import { RoundsService } from './rounds.service';

/** Mails the coordinators of centres that are waited for. */
@Injectable()
export class RemindersService {
  constructor(
    @Inject(RoundsService) private readonly rounds: RoundsService,
    @Inject(BoardRepository) private readonly boards: BoardRepository,
    @Inject(RemindersRepository) private readonly reminders: RemindersRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** @throws DomainError INVALID_INPUT for a named centre that the round does not wait for. */
  async remind(actor: Actor, id: string, centreIds: readonly string[] | undefined): Promise<Reminded> {
    requirePermission(actor, 'round:decide');
    const round = await this.rounds.board(actor, id);
    const { places, people } = await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const waitedFor = chosen(await this.boards.lines(client, id, undefined), centreIds);
      const ids = waitedFor.map(({ centreId }) => centreId);
      const coordinators = await this.reminders.coordinators(client, ids);
      const reached = waitedFor.filter((place) => coordinators.some((one) => holds(one, place)));
      await this.reminders.noteReminded(
        client,
        id,
        reached.map(({ centreId }) => centreId),
      );
      for (const person of coordinators) await this.post(client, person, { round, places: waitedFor });
      return { places: waitedFor, people: coordinators };
    });
    this.mailer.wake();
    return {
      mails: people.length,
      centres: places.map((place) => ({
        centreId: place.centreId,
        centreCode: place.centreCode,
        centreName: place.centreName,
        people: people.filter((person) => holds(person, place)).length,
      })),
    };
  }

  private async post(
    client: SqlClient,
    person: Coordinator,
    { round: { id, period, dueOn }, places }: { round: RoundBoard; places: readonly Place[] },
  ): Promise<void> {
    const own = places.filter((place) => holds(person, place));
    const only = own.length === 1 ? `/centres/${own[0]?.centreId ?? ''}` : '';
    const message = REMINDER_MAILS[person.language]({
      ...{ name: person.name, period, dueOn },
      centres: own.map(({ centreName }) => centreName),
      link: `${this.options.publicUrl}/rounds/${id}${only}`,
    });
    await this.mailer.post(client, { to: { name: person.name, address: person.email }, ...message });
  }
}

const holds = ({ centreIds }: Coordinator, { centreId }: Place): boolean => centreIds.includes(centreId);

/** The centres that were named, or those that are late. */
function chosen(places: readonly Place[], centreIds: readonly string[] | undefined): Place[] {
  if (!centreIds) return places.filter(({ isLate }) => isLate);
  const waitedFor = places.filter(({ status }) => actionsIn(SUBMISSION_LIFE, status).includes('submit'));
  const known = new Set(waitedFor.map(({ centreId }) => centreId));
  const faults = centreIds.flatMap((centreId, index) =>
    known.has(centreId) ? [] : [fault(`centreIds.${index}`, 'NOT_AWAITED')],
  );
  if (faults.length > 0) throw invalidInput(faults);
  return waitedFor.filter(({ centreId }) => centreIds.includes(centreId));
}
