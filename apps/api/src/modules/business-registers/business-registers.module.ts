import { Module, type DynamicModule } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module';
import { ParticipationsModule } from '../participations/participations.module';
import { BUSINESS_REGISTERS } from './business-register';
import { RegisterChecksController } from './checks/register-checks.controller';
import { RegisterChecksRepository } from './checks/register-checks.repository';
import { RegisterChecksService } from './checks/register-checks.service';
import { KvkRegister, type KvkAccess } from './kvk/kvk-register';
import { RegisterProposalsController } from './proposals/register-proposals.controller';
import { RegisterProposalsRepository } from './proposals/register-proposals.repository';
import { RegisterProposalsService } from './proposals/register-proposals.service';
import { RegisteredCompaniesController } from './registered-companies.controller';
import { RegisteredCompaniesService } from './registered-companies.service';

export interface BusinessRegisterOptions {
  /** Undefined: the Dutch register is not asked. */
  kvk: KvkAccess | undefined;
}

/** Registers of companies by country; another one is another class in this list. */
@Module({})
export class BusinessRegistersModule {
  static with({ kvk }: BusinessRegisterOptions): DynamicModule {
    return {
      module: BusinessRegistersModule,
      imports: [CompaniesModule, ParticipationsModule],
      controllers: [RegisteredCompaniesController, RegisterProposalsController, RegisterChecksController],
      providers: [
        { provide: BUSINESS_REGISTERS, useValue: kvk ? [new KvkRegister(kvk)] : [] },
        RegisteredCompaniesService,
        RegisterChecksRepository,
        RegisterChecksService,
        RegisterProposalsRepository,
        RegisterProposalsService,
      ],
    };
  }
}
