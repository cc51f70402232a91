import { Inject, Injectable } from '@nestjs/common';
import { daysOfQuarter, type InputFault, fault } from '@fieldlab/domain';
import { boundOf, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { BoardRepository, type Place } from './board.repository';
import { roundSpec, type BoardLine, type Round, type RoundBoard, type RoundFields } from './round.dto';

@Injectable()
export class RoundsService extends RecordService<RoundFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(BoardRepository) private readonly boards: BoardRepository,
  ) {
    super(roundSpec, database, unitOfWork);
  }

  /** The round with who is where; a coordinator sees their own centres. */
  async board(actor: Actor, id: string): Promise<RoundBoard> {
    const round = await this.get(actor, id);
    const places = await this.boards.lines(this.database.pool, id, boundOf(actor));
    return { ...round, board: places.map(toLine) };
  }

  protected override rules(
    _tx: Transaction,
    _actor: Actor,
    { period, dueOn }: Partial<Round>,
  ): Promise<InputFault[]> {
    if (period === undefined || dueOn === undefined) return Promise.resolve([]);
    const { lastDay } = daysOfQuarter(period);
    return Promise.resolve(dueOn < lastDay ? [fault('dueOn', 'DUE_TOO_EARLY', { last: lastDay })] : []);
  }
}

function toLine({
  roundId: _,
  period: __,
  firstDay: ___,
  lastDay: ____,
  dueOn: _____,
  ...line
}: Place): BoardLine {
  return line;
}
