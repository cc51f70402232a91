import { cellsIn, type Cell, type Table, type Told } from './cells';
import { atMost, FIRMS, shapeOfCentres, wholeAndParts, type Relation } from './facts';
import { isPeriod, numberOf, PROGRAMME, STOCKS, type Part, type Window } from './numbers';
import type { CentreCells } from './relations';

/** What numbers of different documents of one state of the register say of each other. */
export function relationsAcross(tables: readonly Table[], centres: CentreCells): Relation[] {
  return [...betweenScopes(tables, centres), ...betweenWindows(tables)];
}

/** A programme and its hubs are made of centres, also where each is told by a document of its own. */
function betweenScopes(tables: readonly Table[], centres: CentreCells): Relation[] {
  if (tables.every(({ scope }) => scope === PROGRAMME)) return [];
  const there = new Set(cellsIn(tables).map(({ id }) => id));
  const regions = regionsOf(centres);
  const coverage = coverageOf(tables, regions);
  return topicsOf(tables).flatMap(({ indicator, by, key, window }) => {
    const idIn = (scope: string): string => numberOf(indicator, { scope, by, key }, window).id;
    const ofCentres = new Map([...centres.keys()].map((code) => [code, idIn(`centre:${code}`)]));
    return regions.flatMap(({ scope, codes }) => {
      const whole = idIn(scope);
      if (!there.has(whole)) return [];
      const ids = codes.map((code) => ofCentres.get(code) ?? '');
      const parts = ids.filter((id) => there.has(id));
      if (parts.length === 0) return [];
      const isComplete = codes.every(
        (code, index) =>
          there.has(ids[index] ?? '') || coverage.has(topicKey({ indicator, by, window }, code)),
      );
      return wholeAndParts(shapeOfCentres(indicator), whole, parts, isComplete);
    });
  });
}

interface Topic extends Omit<Part, 'scope'> {
  indicator: string;
  window: Window;
}

/** What the documents tell of one scope or another: a figure, or a cell of it that is not a place. */
function topicsOf(tables: readonly Table[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { indicator, by, key, cell } of told(tables)) {
    if (cell.isRatio || PLACES.includes(by ?? '')) continue;
    const topic = { indicator, window: cell.window, ...(isPeriod(by) ? {} : { by, key }) };
    topics.set(`${topicKey(topic, '')} ${topic.key ?? ''}`, topic);
  }
  return [...topics.values()];
}

const PLACES: readonly string[] = ['centre', 'hub', 'kind', 'technology'];

const told = (tables: readonly Table[]): Told[] => tables.flatMap(({ numbers }) => [...numbers.values()]);

const topicKey = ({ indicator, by, window }: Topic, code: string): string =>
  [code, indicator, by ?? '', window.from ?? '', window.to].join(' ');

interface Region {
  scope: string;
  codes: string[];
}

const regionsOf = (centres: CentreCells): Region[] => {
  const codes = [...centres.keys()];
  const inHub = (hub: string): string[] => codes.filter((code) => centres.get(code)?.hub?.includes(hub));
  const hubs = new Set([...centres.values()].flatMap(({ hub }) => hub ?? []));
  return [
    { scope: PROGRAMME, codes },
    ...[...hubs].map((hub) => ({ scope: `hub:${hub}`, codes: inHub(hub) })),
  ];
};

/** Of which centres a cell that nobody tells is known to be 0: a document that lists them leaves out what is nothing. */
function coverageOf(tables: readonly Table[], all: readonly Region[]): Set<string> {
  const covered = new Set<string>();
  const regions = new Map(all.map(({ scope, codes }) => [scope, codes]));
  for (const { scope, ways, numbers } of tables) {
    const codes = regions.get(scope) ?? [scope.replace(/^centre:/, '')];
    for (const { indicator, by, cell } of numbers.values()) {
      const topic = { indicator, window: cell.window };
      if (by === undefined && ways.includes('centre'))
        for (const code of codes) covered.add(topicKey(topic, code));
      if (by === undefined && scope.startsWith('centre:')) {
        for (const way of ways) covered.add(topicKey({ ...topic, by: way }, codes[0] ?? ''));
      }
    }
  }
  return covered;
}

/** What happened within a time happened within every longer one. */
function betweenWindows(tables: readonly Table[]): Relation[] {
  const places = new Map<string, Cell[]>();
  for (const cell of cellsIn(tables)) {
    if (cell.isRatio || STOCKS.has(cell.indicator) || moves(cell)) continue;
    places.set(cell.place, [...(places.get(cell.place) ?? []), cell]);
  }
  return [...places.values()].flatMap((cells) =>
    cells.flatMap((inner) =>
      cells
        .filter((outer) => outer !== inner && contains(outer.window, inner.window))
        .map((outer) => atMost(inner.id, outer.id)),
    ),
  );
}

/** A firm may be of another size or province when it is looked at later. */
const moves = ({ indicator, by }: Cell): boolean =>
  FIRMS.has(indicator) && (by === 'province' || by === 'sizeClass');

const contains = (outer: Window, inner: Window): boolean =>
  (outer.from === null || (inner.from !== null && inner.from >= outer.from)) && inner.to <= outer.to;
