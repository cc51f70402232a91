import { Inject, Injectable } from '@nestjs/common';
import {
  cellsBy,
  type Breakdown,
  type ChangeReason,
  type EditionChange,
  type EditionDocument,
  type EditionFigure,
  type FigureValue,
} from '@fieldlab/domain';
import { ReconciliationService, type Side } from '../figures/reconciliation/reconciliation.service';

interface Compared {
  indicator: string;
  by?: Breakdown;
  key?: string;
  from: FigureValue;
  to: FigureValue;
}

/** What an edition changes of the one before, and why: by corrections, additions, merges, definitions. */
@Injectable()
export class RestatementService {
  constructor(@Inject(ReconciliationService) private readonly reconciliation: ReconciliationService) {}

  async changes(before: EditionDocument, after: EditionDocument): Promise<EditionChange[]> {
    const changes: EditionChange[] = [];
    for (const compared of differingValues(before, after)) {
      changes.push({ ...compared, reasons: await this.reasons(before, after, compared) });
    }
    return changes;
  }

  private async reasons(
    before: EditionDocument,
    after: EditionDocument,
    { indicator, by, key, from, to }: Compared,
  ): Promise<ChangeReason[]> {
    if (by === undefined && (from === null || to === null)) return []; // a ratio of nothing: no bridge leads there
    const sides = { left: sideOf(before, indicator), right: sideOf(after, indicator) };
    const cell = by !== undefined && key !== undefined ? { cell: { by, key } } : {};
    const { steps } = await this.reconciliation.bridge({ ...sides, ...cell }, after.language, () => '');
    return steps.map(({ reason, label, change, records }) => ({ reason, label, change, records }));
  }
}

function sideOf({ asOf, from, knownAt, scope, figures }: EditionDocument, indicator: string): Side {
  const version = figures.find((figure) => figure.indicator === indicator)?.definitionVersion ?? 1;
  return { indicator: `${indicator}@${version}`, asOf, from: from ?? undefined, knownAt, scope };
}

/** Every figure and cell of both editions that has not the same value in both. */
function differingValues(before: EditionDocument, after: EditionDocument): Compared[] {
  return after.figures.flatMap((figure) => {
    const earlier = before.figures.find(({ indicator }) => indicator === figure.indicator);
    if (!earlier) return [];
    const { indicator } = figure;
    const total = { indicator, from: earlier.value, to: figure.value };
    const ways = after.by.filter((by) => before.by.includes(by));
    const cells = ways.flatMap((by) =>
      cellPairs(cellsBy(earlier, by, before.by), cellsBy(figure, by, after.by)).map((cell) => ({
        indicator,
        by,
        ...cell,
      })),
    );
    return [total, ...cells].filter(({ from, to }) => from !== to);
  });
}

type Cells = NonNullable<EditionFigure['breakdown']>;

function cellPairs(before: Cells, after: Cells): { key: string; from: FigureValue; to: FigureValue }[] {
  const values = (cells: Cells) => new Map(cells.map(({ key, value }) => [key, value]));
  const [one, other] = [values(before), values(after)];
  // A cell that is 0 or empty is left out; in its figure's notation that is what the other edition has.
  const nothing = (value: FigureValue | undefined): FigureValue =>
    typeof value === 'string' ? '0.00' : value === undefined ? null : 0;
  return [...new Set([...one.keys(), ...other.keys()])].sort().map((key) => ({
    key,
    from: one.get(key) ?? nothing(other.get(key)),
    to: other.get(key) ?? nothing(one.get(key)),
  }));
}
