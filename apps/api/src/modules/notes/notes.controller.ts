import { Controller, Inject } from '@nestjs/common';
import { personalController } from '../../resource/personal.controller';
import { noteSpec } from './note.dto';
import { NotesService } from './notes.service';

@Controller('notes')
export class NotesController extends personalController(noteSpec) {
  constructor(@Inject(NotesService) service: NotesService) {
    super(service);
  }
}
