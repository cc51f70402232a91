import { Module } from '@nestjs/common';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { FigureMembersService } from './figure-members.service';
import { FiguresController } from './figures.controller';
import { FiguresRepository } from './figures.repository';
import { FiguresService } from './figures.service';

@Module({
  controllers: [FiguresController],
  providers: [FiguresService, FigureMembersService, FiguresRepository, KnowledgeRepository],
  exports: [FiguresService],
})
export class FiguresModule {}
