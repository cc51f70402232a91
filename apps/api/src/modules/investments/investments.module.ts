import { Injectable, Module } from '@nestjs/common';
import { recordModule, recordService } from '../../resource/record-module';
import { investmentSpec } from './investment.dto';

export { investmentSpec } from './investment.dto';

@Injectable()
export class InvestmentsService extends recordService(investmentSpec) {}

@Module(recordModule(investmentSpec, InvestmentsService))
export class InvestmentsModule {}
