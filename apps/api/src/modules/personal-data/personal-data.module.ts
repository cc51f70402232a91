import { Module } from '@nestjs/common';
import { PersonalDataController } from './personal-data.controller';
import { PersonalDataRepository } from './personal-data.repository';
import { PersonalDataService } from './personal-data.service';
import { PrivacySettingsController } from './privacy-settings.controller';
import { PrivacySettingsRepository } from './privacy-settings.repository';
import { PrivacySettingsService } from './privacy-settings.service';
import { Retention } from './retention.service';

@Module({
  controllers: [PersonalDataController, PrivacySettingsController],
  providers: [
    PersonalDataService,
    PersonalDataRepository,
    PrivacySettingsRepository,
    PrivacySettingsService,
    Retention,
  ],
})
export class PersonalDataModule {}
