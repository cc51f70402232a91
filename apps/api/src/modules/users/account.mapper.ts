import type { Account } from '../../access/accounts/accounts.repository';
import type { AccountDto } from './account.dto';
import { toUserDto } from './user.mapper';
import type { UserRow } from './users.repository';

export function toAccountDto(
  user: UserRow,
  account: Account,
  secondFactor: AccountDto['secondFactor'],
): AccountDto {
  const { hasSecondFactor: _, lastSeenAt: __, status: ___, ...own } = toUserDto(user);
  return {
    ...own,
    hasPassword: account.passwordHash !== null,
    isLinked: account.oidcSubject !== null,
    secondFactor,
  };
}
