import { Inject, Injectable } from '@nestjs/common';
import { DomainError, invalidInput, fault } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { AccessSettingsRepository } from '../../access/access-settings.repository';
import { AccountsRepository, type Account } from '../../access/accounts/accounts.repository';
import { authorshipOf, requirePermission, requireSession, type Actor } from '../../access/actor';
import { SecondFactor } from '../../access/second-factor/second-factor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toAccountDto } from './account.mapper';
import type { AccountDto, AccountPatchDto } from './account.dto';
import { OwnPassword } from './own-password.service';
import { UsersRepository } from './users.repository';

/** What people change of their own account. */
@Injectable()
export class AccountService {
  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(UsersRepository) private readonly users: UsersRepository,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(AccessSettingsRepository) private readonly settings: AccessSettingsRepository,
    @Inject(OwnPassword) private readonly ownPassword: OwnPassword,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(actor: Actor): Promise<AccountDto> {
    requirePermission(actor, 'own-account:write');
    const account = await this.own(actor);
    const user = await this.users.find(actor.id);
    if (!user) throw signedOut();
    const { secondFactorRequiredFor } = await this.settings.read();
    const factor = await this.secondFactor.status(actor.id);
    return toAccountDto(user, account, {
      ...factor,
      isRequired: secondFactorRequiredFor.includes(user.role),
    });
  }

  /** A new password signs the person out everywhere else. @throws DomainError INVALID_INPUT, STALE_VERSION */
  async patch(
    actor: Actor,
    version: number,
    input: AccountPatchDto,
    { request, response }: { request: Request; response: Response },
  ): Promise<AccountDto> {
    requirePermission(actor, 'own-account:write');
    const { password, currentPassword, name, language } = input;
    const account = await this.own(actor);
    if (currentPassword !== undefined && password === undefined) {
      throw invalidInput([fault('password', 'NEW_PASSWORD_NEEDED')]);
    }
    let passwordHash: string | undefined;
    if (password !== undefined) {
      requireSession(actor);
      const next = { password, currentPassword, name: name ?? account.name };
      passwordHash = await this.ownPassword.hashOfNext(request, account, next);
    }
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const current = await this.users.findForWrite(actor.id, client);
      if (!current) throw signedOut();
      if (current.version !== version)
        throw new DomainError('STALE_VERSION', 'Your account changed meanwhile.');
      if (name !== undefined || language !== undefined) {
        await this.users.update(client, actor.id, { name, language });
      }
      if (passwordHash !== undefined) await this.ownPassword.change(client, account, passwordHash);
    });
    if (passwordHash !== undefined) await this.ownPassword.changed(request, response, account);
    return this.get(actor);
  }

  private async own(actor: Actor): Promise<Account> {
    const account = await this.accounts.byId(actor.id);
    if (!account) throw signedOut();
    return account;
  }
}

const signedOut = (): DomainError => new DomainError('UNAUTHENTICATED', 'Sign in first.');
