import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@fieldlab/domain';
import { AccessSettingsRepository, type AccessSettings } from '../../access/access-settings.repository';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { staleVersion } from '../../resource/record.service';
import type { AccessSettingsDto } from './account.dto';

@Injectable()
export class AccessSettingsService {
  constructor(
    @Inject(AccessSettingsRepository) private readonly settings: AccessSettingsRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(actor: Actor): Promise<AccessSettingsDto> {
    requirePermission(actor, 'access-settings:write');
    return toDto(await this.settings.read());
  }

  /** Holds from the next request on, for who is signed in as well. @throws DomainError STALE_VERSION */
  async patch(actor: Actor, version: number, requiredFor: readonly Role[]): Promise<AccessSettingsDto> {
    requirePermission(actor, 'access-settings:write');
    const changed = await this.unitOfWork.runSql(authorshipOf(actor), (client) =>
      this.settings.change(client, version, requiredFor),
    );
    if (!changed) throw staleVersion();
    return toDto(changed);
  }
}

const toDto = ({ version, updatedAt, secondFactorRequiredFor }: AccessSettings): AccessSettingsDto => ({
  version,
  updatedAt: updatedAt.toISOString(),
  secondFactorRequiredFor,
});
