import { Controller, Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { sql } from '../../../platform/database/sql';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { json, required, text } from '../../../resource/fields';
import { recordController } from '../../../resource/record.controller';
import { RecordService } from '../../../resource/record.service';
import type { RecordSpec } from '../../../resource/record-spec';
import { importMappingSchema } from './mapping.dto';

const fields = {
  title: required(text()),
  mapping: required(json(importMappingSchema)),
};

/** How files of a layout are read, remembered by a name; whoever imports may use and mend what colleagues worked out. */
const importMappingSpec: RecordSpec<typeof fields> = {
  resource: 'import-mappings',
  name: 'RememberedMapping',
  model: 'importMapping',
  permissions: { read: 'import:read', write: 'import:write', delete: 'import:write' },
  fields,
  search: { texts: [sql`searchable(t.title)`] },
  defaultSort: 'title',
};

@Injectable()
export class ImportMappingsService extends RecordService<typeof fields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(importMappingSpec, database, unitOfWork);
  }
}

@Controller('imports/mappings')
export class ImportMappingsController extends recordController(importMappingSpec) {
  constructor(@Inject(ImportMappingsService) service: ImportMappingsService) {
    super(service);
  }
}
