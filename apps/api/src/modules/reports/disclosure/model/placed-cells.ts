import {
  breakdownSource,
  currentIndicators,
  findIndicator,
  type Breakdown,
  type EditionDocument,
  type Indicator,
} from '@fieldlab/domain';
import { cellName, isPeriod, publishedCells, type PublishedCell, type Window } from '../published-cells';
import type { PlacedCell } from './place-numbers';
import type { Place } from './place';
import { EVERYWHERE, placeOf, placeOfCell, regionOfScope, within } from './places';
import { RegionParts } from './region-parts';
import type { Region } from './region';
import type { Register } from './register';

/** A document, with the state of the register in which it was made. */
export interface PlacedDocument {
  document: EditionDocument;
  isOwn: boolean;
  state: number;
  register: Register;
}

/** The cells of all documents by the place that they are numbers of. */
export class PlacedCells {
  readonly places = new Map<string, { place: Place; cells: PlacedCell[] }>();
  readonly parts: RegionParts;

  /** @param suppressed names of numbers of the own document that are not to be published */
  constructor(
    documents: readonly PlacedDocument[],
    registers: readonly Register[],
    private readonly suppressed: ReadonlySet<string>,
  ) {
    const keys = new AttributeKeys(documents.map(({ document }) => document));
    documents.forEach((placed, index) => {
      this.addDocument(placed, `${index}`, keys);
    });
    this.parts = new RegionParts(this.places, registers);
  }

  private addDocument(placed: PlacedDocument, id: string, keys: AttributeKeys): void {
    const { document, isOwn, state, register } = placed;
    const scope = regionOfScope(document.scope, register);
    for (const cell of publishedCells(document)) {
      const status = isOwn ? 'own' : cell.isSuppressed ? 'suppressed' : 'told';
      // A ratio tells its parts; one that is suppressed tells nothing.
      if (cell.indicator.kind === 'ratio' && status === 'suppressed') continue;
      const name = cellName(cell.indicator.code, cell.by, cell.key);
      const common = {
        ...({ window: spanOf(cell.indicator, cell.window), state, status } as const),
        isNew: isOwn,
        names: isOwn ? [name] : [],
        ...(isOwn && cell.indicator.kind !== 'ratio' ? { value: cell.value } : {}),
        mustBeSuppressed: isOwn && this.suppressed.has(name),
        isHeadline: cell.by === undefined,
        periods: isPeriod(cell.by) ? `${id} ${cell.by ?? ''}` : undefined,
      };
      for (const place of placesOf(cell, scope, register)) {
        this.add(place, { ...common, window: spanOf(place.indicator, cell.window) });
      }
    }
    for (const { place, window } of zeros(placed, scope, keys)) {
      this.add(place, { window, state, status: 'told', isNew: isOwn, names: [], isHeadline: false });
    }
  }

  private add(place: Place, cell: PlacedCell): void {
    const known = this.places.get(place.key);
    if (known) known.cells.push(cell);
    else this.places.set(place.key, { place, cells: [cell] });
  }
}

/** A stock is of its last day alone. */
const spanOf = ({ kind }: Indicator, { from, to }: Window): Window => ({
  from: kind === 'stock' ? null : from,
  to,
});

/** Where a number is; a ratio is where its parts are. */
function placesOf(cell: PublishedCell, scope: Region, register: Register): Place[] {
  if (cell.indicator.kind !== 'ratio') return [placeOfCell(cell.indicator, scope, cell, register)];
  return (cell.indicator.madeOf ?? []).flatMap(({ indicator: code, by, keys }) => {
    const indicator = findIndicator(code);
    if (!indicator) return [];
    const { region, attributes } = placeOfCell(indicator, scope, cell, register);
    return [placeOf(indicator, region, [...attributes, ...(by && keys ? [{ by, keys }] : [])])];
  });
}

/** Along each breakdown that is not read off centres, the cells that any document or definition has. */
class AttributeKeys {
  private readonly keys = new Map<string, Set<string>>();

  constructor(documents: readonly EditionDocument[]) {
    for (const { indicator, by, key } of documents.flatMap(publishedCells)) this.add(indicator, by, [key]);
    for (const { partOf, madeOf = [] } of currentIndicators) {
      for (const { indicator: code, by, keys = [] } of [...(partOf ? [partOf] : []), ...madeOf]) {
        const whole = findIndicator(code);
        if (whole) this.add(whole, by, keys);
      }
    }
  }

  /** Those of an indicator that is certain cells of another are of these alone. */
  along(indicator: Indicator, by: Breakdown): string[] {
    const all = [...(this.keys.get(nameOf(indicator, by)) ?? [])];
    const { partOf } = indicator;
    return partOf?.by === by ? all.filter((key) => partOf.keys?.includes(key)) : all;
  }

  private add(indicator: Indicator, by: Breakdown | undefined, keys: readonly (string | undefined)[]): void {
    if (by === undefined) return;
    const own = this.keys.get(nameOf(indicator, by)) ?? new Set<string>();
    for (const key of keys) if (key !== undefined) own.add(key);
    this.keys.set(nameOf(indicator, by), own);
  }
}

/** Cells of a part of an indicator are cells of the whole. */
const nameOf = (indicator: Indicator, by: Breakdown): string =>
  `${placeOf(indicator, EVERYWHERE).indicator.code} ${by}`;

/** Cells that a document leaves out are 0, and everybody knows it. */
function zeros({ document, register }: PlacedDocument, scope: Region, keys: AttributeKeys) {
  const cells = publishedCells(document).filter(({ indicator }) => indicator.kind !== 'ratio');
  const totals = cells.filter(({ by }) => by === undefined);
  return totals.flatMap(({ indicator, window }) =>
    document.by
      .filter((by) => !isPeriod(by) && indicator.breakdowns.includes(by))
      .flatMap((by) => {
        const told = new Set(
          cells.flatMap((cell) => (cell.indicator === indicator && cell.by === by ? [cell.key] : [])),
        );
        const isOfCentres = breakdownSource(by, indicator) === 'centre';
        const all = isOfCentres ? register.cellsIn(scope, by) : keys.along(indicator, by);
        return all
          .filter((key) => !told.has(key))
          .map((key) => ({
            place: isOfCentres
              ? placeOf(indicator, within(scope, by, key, register))
              : placeOf(indicator, scope, [{ by, keys: [key] }]),
            window: spanOf(indicator, window),
          }));
      }),
  );
}
