import { Module } from '@nestjs/common';
import { SpinOffsController } from './spin-offs.controller';
import { SpinOffsService } from './spin-offs.service';

@Module({ controllers: [SpinOffsController], providers: [SpinOffsService], exports: [SpinOffsService] })
export class SpinOffsModule {}
