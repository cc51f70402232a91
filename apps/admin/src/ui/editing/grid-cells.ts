/** The cells of a table's body, by row; a cell knows its place by them and needs no state of its own. */
export const cellsOf = (table: HTMLTableElement): HTMLTableCellElement[][] =>
  [...table.tBodies].flatMap((body) => [...body.rows].map((row) => [...row.cells]));

export interface Place {
  row: number;
  column: number;
}

export function placeOf(table: HTMLTableElement, cell: Element): Place | undefined {
  for (const [row, cells] of cellsOf(table).entries()) {
    const column = cells.findIndex((one) => one === cell);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** The column of the list that a cell is of, as react-admin marks it. */
export function sourceOf(cell: Element): string | undefined {
  const mark = [...cell.classList].find((name) => name.startsWith('column-'));
  return mark?.slice('column-'.length);
}

const STEPS: Partial<Record<string, (place: Place, last: Place) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_place, last) => last,
};

/** Where a key leads from a place, as in every grid; undefined for keys that lead nowhere. */
export function placeAfter(key: string, from: Place, last: Place): Place | undefined {
  const to = STEPS[key]?.(from, last);
  if (!to) return undefined;
  return { row: between(to.row, last.row), column: between(to.column, last.column) };
}

const between = (at: number, last: number): number => Math.max(0, Math.min(at, last));

/** Makes one cell the one that the tab key finds, and tells which cells cannot be changed. */
export function settle(
  table: HTMLTableElement,
  current: Element | null,
  isEditable: (cell: Element) => boolean,
): void {
  const cells = cellsOf(table).flat();
  const chosen = cells.find((cell) => cell === current) ?? cells.find(isEditable) ?? cells[0];
  for (const cell of cells) {
    cell.tabIndex = cell === chosen ? 0 : -1;
    if (isEditable(cell)) cell.removeAttribute('aria-readonly');
    else cell.setAttribute('aria-readonly', 'true');
  }
}
