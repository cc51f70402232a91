import { Injectable, Module } from '@nestjs/common';
import { recordModule, recordService } from '../../resource/record-module';
import { spinOffSpec } from './spin-off.dto';

export { spinOffSpec } from './spin-off.dto';

@Injectable()
export class SpinOffsService extends recordService(spinOffSpec) {}

@Module(recordModule(spinOffSpec, SpinOffsService))
export class SpinOffsModule {}
