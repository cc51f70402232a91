import { Inject, Injectable } from '@nestjs/common';
import { PROCESSING_ACTIVITIES, withTerms, type Language, type ProcessingAspect } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { staleVersion } from '../../resource/record.service';
import type { PrivacySettingsDto, PrivacySettingsPatch, ProcessingRegister } from './privacy-settings.dto';
import { PrivacySettingsRepository, type PrivacySettings } from './privacy-settings.repository';

/** How long data about people is kept, and the record of processing activities that says so. */
@Injectable()
export class PrivacySettingsService {
  constructor(
    @Inject(PrivacySettingsRepository) private readonly settings: PrivacySettingsRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(actor: Actor): Promise<PrivacySettingsDto> {
    requirePermission(actor, 'processing-register:read');
    return toDto(await this.settings.read());
  }

  /** Terms hold for what is recorded from now on; what is there keeps its own date. @throws DomainError STALE_VERSION */
  async patch(actor: Actor, version: number, patch: PrivacySettingsPatch): Promise<PrivacySettingsDto> {
    requirePermission(actor, 'privacy-settings:write');
    const changed = await this.unitOfWork.runSql(authorshipOf(actor), (client) =>
      this.settings.change(client, version, patch),
    );
    if (!changed) throw staleVersion();
    return toDto(changed);
  }

  async register(actor: Actor, language: Language): Promise<ProcessingRegister> {
    requirePermission(actor, 'processing-register:read');
    const [settings, counts] = [await this.settings.read(), await this.settings.counts()];
    const activities = PROCESSING_ACTIVITIES.map(({ code, name, aspects }) => ({
      code,
      name: name[language],
      count: counts[code] ?? null,
      aspects: Object.fromEntries(
        Object.entries(aspects).map(([aspect, said]) => [aspect, withTerms(said[language], settings)]),
      ) as Record<ProcessingAspect, string>,
    }));
    return { settings: toDto(settings), activities };
  }
}

const toDto = ({ updatedAt, ...settings }: PrivacySettings): PrivacySettingsDto => ({
  ...settings,
  updatedAt: updatedAt.toISOString(),
});
