import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound } from '@fieldlab/domain';
import { AccountsRepository } from '../../access/accounts/accounts.repository';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { OneTimeLinks } from '../../access/links/one-time-links';
import { PasswordHasher } from '../../access/passwords/password-hasher';
import { assertPassword } from '../../access/passwords/password-rules';
import { SecondFactor } from '../../access/second-factor/second-factor';
import type { SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { keepAnswer, type Claimed } from '../../resource/idempotency.repository';
import { atVersion } from '../../resource/record.service';
import { toUserDto } from './user.mapper';
import { assertCentresFit, assertNotOwnRole, lastAdministrator } from './user-rules';
import type { UserCreateDto, UserDto, UserPatchDto, UsersQuery } from './users.dto';
import { UsersRepository, type UserRow } from './users.repository';

interface WriteOptions {
  reason?: string | undefined;
  claim?: Claimed | undefined;
}

/** People and their roles, for administrators. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(UsersRepository) private readonly users: UsersRepository,
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(OneTimeLinks) private readonly links: OneTimeLinks,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: Actor, query: UsersQuery): Promise<{ data: UserDto[]; total: number }> {
    requirePermission(actor, 'user:read');
    const { rows, total } = await this.users.list(query);
    return { data: rows.map(toUserDto), total };
  }

  async get(actor: Actor, id: string): Promise<UserDto> {
    requirePermission(actor, 'user:read');
    return toUserDto((await this.users.find(id)) ?? missing());
  }

  /** Without a password the person is invited, with the account. @throws DomainError DUPLICATE_EMAIL */
  async create(actor: Actor, input: UserCreateDto, { reason, claim }: WriteOptions = {}): Promise<UserDto> {
    requirePermission(actor, 'user:write');
    const { password, ...values } = input;
    if (password !== undefined) assertPassword(password, values);
    const passwordHash = password === undefined ? undefined : await this.hasher.hash(password);
    const user = await this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      assertCentresFit(values, await this.users.unknownCentres(client, values.centreIds));
      const id = await this.users.insert(client, values, passwordHash);
      const made = toUserDto((await this.users.find(id, client)) ?? missing());
      if (passwordHash === undefined) await this.links.post(client, made, 'INVITATION');
      await keepAnswer(client, claim, made);
      return made;
    });
    this.links.hurry();
    return user;
  }

  /** Another role signs the person out everywhere. @throws DomainError STALE_VERSION, FORBIDDEN, CONFLICT */
  async patch(
    actor: Actor,
    id: string,
    version: number,
    input: UserPatchDto,
    { reason }: WriteOptions = {},
  ): Promise<UserDto> {
    requirePermission(actor, 'user:write');
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const current = await this.getForWrite(client, id, version);
      const role = input.role ?? current.role;
      // Who is no coordinator any more holds no centres, also when nobody said so.
      const centreIds = input.centreIds ?? (role === 'COORDINATOR' ? current.centreIds : []);
      assertNotOwnRole(actor, id, current.role, role);
      if (input.role !== undefined || input.centreIds !== undefined) {
        // Only what was sent is looked up: a centre that is gone by now does not stand in the way of another role.
        const unknown = await this.users.unknownCentres(client, input.centreIds ?? []);
        assertCentresFit({ role, centreIds }, unknown);
      }
      if (current.role === 'ADMIN' && role !== 'ADMIN') await this.assertOthersAdminister(client, current);
      await this.users.update(client, id, { ...input, centreIds });
      return toUserDto((await this.users.find(id, client)) ?? missing());
    });
  }

  /** Soft; the person is signed out everywhere and their tokens are revoked. @throws DomainError CONFLICT */
  async remove(actor: Actor, id: string, version: number, { reason }: WriteOptions = {}): Promise<void> {
    requirePermission(actor, 'user:write');
    await this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const current = await this.getForWrite(client, id, version);
      if (current.role === 'ADMIN') await this.assertOthersAdminister(client, current);
      if (id === actor.id)
        throw new DomainError('OWN_ACCOUNT', 'Another administrator can delete your account.');
      await this.users.setDeleted(client, id);
    });
  }

  /** A new link; the earlier one no longer works. @throws DomainError CONFLICT for who can sign in already. */
  async invite(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'user:write');
    const user = (await this.users.find(id)) ?? missing();
    if (user.canSignIn) throw new DomainError('SIGNS_IN_ALREADY', 'This person can sign in already.');
    await this.links.send(user, 'INVITATION');
  }

  /** For who lost both phone and recovery codes. */
  async removeSecondFactor(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'user:write');
    const account = (await this.accounts.byId(id)) ?? missing();
    const tell = (client: SqlClient): Promise<void> =>
      this.links.notify(client, account, 'SECOND_FACTOR_REMOVED');
    if (!(await this.secondFactor.remove(authorshipOf(actor), id, tell)))
      throw notFound('A second factor of this user');
    this.links.hurry();
  }

  private async getForWrite(client: SqlClient, id: string, version: number): Promise<UserRow> {
    const current = (await this.users.findForWrite(id, client)) ?? missing();
    return atVersion(current, version);
  }

  private async assertOthersAdminister(client: SqlClient, { id, canSignIn }: UserRow): Promise<void> {
    if (canSignIn && (await this.users.countOtherAdministrators(client, id)) === 0) throw lastAdministrator();
  }
}

function missing(): never {
  throw notFound('The user');
}
