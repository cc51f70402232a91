import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PersonalRecordService } from '../../resource/personal-record.service';
import { noteSpec, type NoteFields } from './note.dto';

export { noteSpec } from './note.dto';

@Injectable()
export class NotesService extends PersonalRecordService<NoteFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(noteSpec, database, unitOfWork);
  }
}
