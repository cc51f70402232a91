import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from './database';
import { UnitOfWork } from './unit-of-work';

/** Offers an open database to every module. Who opened it closes it. */
@Module({})
export class DatabaseModule {
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useValue: database }, UnitOfWork],
      exports: [Database, UnitOfWork],
    };
  }
}
