import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import type { Breakdown, FigureValue } from '@fieldlab/domain';

interface FigureQuestion {
  asOf: string;
  from: string;
  scope: string;
}

/** What the demonstration workbook must yield, reckoned apart from this program. */
export interface ExpectedFigures {
  totals: (FigureQuestion & { figures: Record<string, FigureValue> })[];
  breakdowns: (FigureQuestion & { by: Breakdown; indicator: string; cells: Record<string, FigureValue> })[];
}

export const DEMONSTRATION = join(projectRoot(), 'prisma/demo/smart-industry-2021.xlsx');

export const expectedFigures = JSON.parse(
  readFileSync(join(projectRoot(), 'tests/fixtures/expected-figures.json'), 'utf8'),
) as ExpectedFigures;
