import { Inject, Injectable } from '@nestjs/common';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toUserDto } from './user.mapper';
import type { UserDto } from './users.dto';
import { UsersRepository } from './users.repository';

/** The people of the demonstration programme, whose passwords may have been printed on a screen. */
@Injectable()
export class DemonstrationAccountsService {
  constructor(
    @Inject(UsersRepository) private readonly users: UsersRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: Actor): Promise<{ data: UserDto[]; total: number }> {
    requirePermission(actor, 'user:read');
    const rows = await this.users.demonstrationAccounts();
    return { data: rows.map(toUserDto), total: rows.length };
  }

  /** All at once, but never the account of who asks, so that an administrator is left. */
  async end(actor: Actor): Promise<void> {
    requirePermission(actor, 'user:write');
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const rows = await this.users.demonstrationAccounts(client);
      for (const { id } of rows) if (id !== actor.id) await this.users.setDeleted(client, id);
    });
  }
}
