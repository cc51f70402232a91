import type { Database } from '@api/platform/database/database';
import { KnowledgeRepository } from '@api/modules/figures/engine/knowledge.repository';
import { FigureContexts } from '@api/modules/figures/figure-contexts';
import { FiguresRepository } from '@api/modules/figures/figures.repository';
import { FiguresService } from '@api/modules/figures/figures.service';
import { ReconciliationService } from '@api/modules/figures/reconciliation/reconciliation.service';
import { LevelsService } from '@api/modules/figures/series/levels.service';
import { SeriesService } from '@api/modules/figures/series/series.service';

const contexts = () => new FigureContexts(new FiguresRepository());

/** The calculator on a database of its own, without the rest of the product. */
export const figuresOn = (database: Database): FiguresService =>
  new FiguresService(new KnowledgeRepository(database), contexts());

export const reconciliationOn = (database: Database): ReconciliationService =>
  new ReconciliationService(new KnowledgeRepository(database), contexts());

export const seriesOn = (database: Database): SeriesService =>
  new SeriesService(new KnowledgeRepository(database), new FiguresRepository(), contexts());

export const levelsOn = (database: Database): LevelsService =>
  new LevelsService(new KnowledgeRepository(database), contexts());
