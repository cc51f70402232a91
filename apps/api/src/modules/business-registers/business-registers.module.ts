import { Module, type DynamicModule } from '@nestjs/common';
import { BUSINESS_REGISTERS } from './business-register';
import { KvkRegister, type KvkAccess } from './kvk/kvk-register';
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
      controllers: [RegisteredCompaniesController],
      providers: [
        { provide: BUSINESS_REGISTERS, useValue: kvk ? [new KvkRegister(kvk)] : [] },
        RegisteredCompaniesService,
      ],
    };
  }
}
