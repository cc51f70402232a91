import { Global, Module } from '@nestjs/common';
import { WORKER_FILE, WorkService } from './work.service';
import { workerFile } from './worker-file';

@Global()
@Module({
  providers: [WorkService, { provide: WORKER_FILE, useValue: workerFile }],
  exports: [WorkService],
})
export class WorkModule {}
