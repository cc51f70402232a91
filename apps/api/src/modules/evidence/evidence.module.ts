import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FILE_OPTIONS, type FileOptions } from '../../platform/files/file-options';
import { IncomingFiles } from '../../platform/files/incoming-files';
import { exportController } from '../../resource/exports/export.controller';
import { OutcomesModule } from '../outcomes/outcomes.module';
import { SpinOffsModule } from '../spin-offs/spin-offs.module';
import { ClaimsService } from './claims.service';
import { EvidenceController } from './evidence.controller';
import { evidenceSpec } from './evidence.dto';
import { EvidenceService } from './evidence.service';
import { UnusedFiles } from './unused-files.service';

const FIELD_BYTES = 10_000;

@Module({
  imports: [
    OutcomesModule,
    SpinOffsModule,
    MulterModule.registerAsync({
      inject: [FILE_OPTIONS],
      useFactory: ({ incoming, mostBytes }: FileOptions) => ({
        storage: new IncomingFiles(incoming),
        limits: { fileSize: mostBytes, files: 1, fields: 4, fieldSize: FIELD_BYTES },
      }),
    }),
  ],
  controllers: [exportController(evidenceSpec, EvidenceService), EvidenceController],
  providers: [ClaimsService, EvidenceService, UnusedFiles],
  exports: [EvidenceService],
})
export class EvidenceModule {}
