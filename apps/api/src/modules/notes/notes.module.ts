import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { noteSpec } from './note.dto';
import { NotesController } from './notes.controller';
import { NotesService } from './notes.service';

@Module({
  controllers: [exportController(noteSpec, NotesService), NotesController],
  providers: [NotesService],
  exports: [NotesService],
})
export class NotesModule {}
