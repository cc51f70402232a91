import { Controller, Inject, type ModuleMetadata, type Type } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { exportController } from './exports/export.controller';
import type { Fields } from './fields';
import { PersonalRecordService } from './personal-record.service';
import { personalController } from './personal.controller';
import type { RecordSpec } from './record-spec';
import { RecordService } from './record.service';
import { trackedController } from './tracked.controller';

/** The service of a kind of record that has no rules of its own; extended by a class that says its name. */
export function recordService<F extends Fields>(spec: RecordSpec<F>): Type<RecordService<F>> {
  class Records extends RecordService<F> {
    constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
      super(spec, database, unitOfWork);
    }
  }
  return Records;
}

/** The same of a kind of record that is about people. */
export function personalService<F extends Fields>(spec: RecordSpec<F>): Type<PersonalRecordService<F>> {
  class Records extends PersonalRecordService<F> {
    constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
      super(spec, database, unitOfWork);
    }
  }
  return Records;
}

/** What a kind of record is served by: its usual routes, or those that it has beside them, and its files. */
export function recordModule<F extends Fields>(
  spec: RecordSpec<F>,
  service: Type<RecordService<F>>,
  controller: Type<object> = trackedRoutes(spec, service),
): ModuleMetadata {
  return {
    // The files first: `/outcomes.csv` would be read as the id of a record.
    controllers: [exportController(spec, service), controller],
    providers: [service],
    exports: [service],
  };
}

/** As `recordModule`, of a kind of record that is about people: no history, and it can be erased. */
export function personalModule<F extends Fields>(
  spec: RecordSpec<F>,
  service: Type<PersonalRecordService<F>>,
): ModuleMetadata {
  @Controller(spec.resource)
  class Routes extends personalController(spec) {
    constructor(@Inject(service) records: PersonalRecordService<F>) {
      super(records);
    }
  }
  return recordModule(spec, service, Routes);
}

function trackedRoutes<F extends Fields>(spec: RecordSpec<F>, service: Type<RecordService<F>>): Type<object> {
  @Controller(spec.resource)
  class Routes extends trackedController(spec) {
    constructor(@Inject(service) records: RecordService<F>) {
      super(records);
    }
  }
  return Routes;
}
