import { Injectable, Module } from '@nestjs/common';
import { personalModule, personalService } from '../../resource/record-module';
import { noteSpec } from './note.dto';

export { noteSpec } from './note.dto';

@Injectable()
export class NotesService extends personalService(noteSpec) {}

@Module(personalModule(noteSpec, NotesService))
export class NotesModule {}
