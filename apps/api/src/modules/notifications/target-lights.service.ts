import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { TargetProgressService } from '../targets/target-progress.service';
import { TargetLightsRepository } from './target-lights.repository';

/** The program itself asks, and sees every target. */
const PROGRAM: Actor = { id: '', name: 'fieldlab', role: 'ADMIN', centreIds: [], requestId: '' };

/** Looks how targets stand, and keeps since when. */
@Injectable()
export class TargetLights {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TargetProgressService) private readonly progress: TargetProgressService,
    @Inject(TargetLightsRepository) private readonly lights: TargetLightsRepository,
  ) {}

  /** Figures are computed, so that it is done once an hour at most, and only where there are targets. */
  async look(): Promise<void> {
    if (!(await this.lights.isDue(this.database.pool))) return;
    const { data } = await this.progress.progress(PROGRAM, undefined);
    await this.lights.keep(
      this.database.pool,
      data.map(({ target: { id }, light }) => ({ id, light })),
    );
  }
}
