import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { fault, invalidInput, notFound } from '@fieldlab/domain';
import { tokenHash } from '../../platform/secrets/secrets';
import { Database } from '../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import type { LinkDto, Stated } from './statement.dto';
import { toLinkDto } from './statement.mapper';
import { StatementsRepository } from './statements.repository';

/** In the trail, nobody's name: who holds the link answers for the company. */
const COMPANY: Authorship = { actorId: null, actorName: 'company, by personal link' };

/** What a company sees and says of its own participation, by a link and without an account. */
@Injectable()
export class ParticipationLinksService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatementsRepository) private readonly statements: StatementsRepository,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('links of companies', () => this.statements.forgetOldLinks(this.database.pool));
  }

  /** Changes nothing: programs that look at mail open links too. @throws DomainError NOT_FOUND */
  async get(token: string): Promise<LinkDto> {
    const row = await this.statements.byToken(this.database.pool, tokenHash(token));
    if (!row) throw notFound('The link');
    return toLinkDto(row);
  }

  confirm(token: string): Promise<LinkDto> {
    return this.answer(token, undefined);
  }

  /** Nothing of the register changes by it. @throws DomainError INVALID_INPUT, NOT_FOUND */
  async correct(token: string, stated: Stated): Promise<LinkDto> {
    const { startedOn, lastDay } = stated;
    if (lastDay !== null && lastDay < startedOn) {
      throw invalidInput([fault('lastDay', 'STARTED_LATER', { start: startedOn })]);
    }
    return this.answer(token, stated);
  }

  private async answer(token: string, stated: Stated | undefined): Promise<LinkDto> {
    const isAnswered = await this.unitOfWork.runSql(COMPANY, (client) =>
      this.statements.answer(client, tokenHash(token), stated),
    );
    if (!isAnswered) throw notFound('The link');
    return this.get(token);
  }
}
