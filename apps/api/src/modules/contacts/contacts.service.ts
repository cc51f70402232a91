import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PersonalRecordService } from '../../resource/personal-record.service';
import { contactSpec, type ContactFields } from './contact.dto';

export { contactSpec } from './contact.dto';

@Injectable()
export class ContactsService extends PersonalRecordService<ContactFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(contactSpec, database, unitOfWork);
  }
}
