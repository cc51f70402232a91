import { Module } from '@nestjs/common';
import { ProgrammeController } from './programme.controller';
import { ProgrammeRepository } from './programme.repository';
import { ProgrammeService } from './programme.service';

@Module({
  controllers: [ProgrammeController],
  providers: [ProgrammeService, ProgrammeRepository],
  exports: [ProgrammeService],
})
export class ProgrammeModule {}
