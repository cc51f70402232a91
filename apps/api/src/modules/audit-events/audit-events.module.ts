import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller';
import { AuditedRecords } from './audited-records.repository';
import { AuditEventsRepository } from './audit-events.repository';
import { AuditEventsService } from './audit-events.service';

@Module({
  controllers: [AuditEventsController],
  providers: [AuditEventsService, AuditEventsRepository, AuditedRecords],
  exports: [AuditEventsService],
})
export class AuditEventsModule {}
