import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useNames, useT } from '../../i18n/use-t';
import type { Row } from '../list/row-context';
import { CellEditor, type Rectangle } from './CellEditor';
import { editableOf, type Editable } from './editable';
import { useCellUndo } from './use-cell-undo';
import { cellsOf, placeAfter, placeOf, settle, sourceOf, type Place } from './grid-cells';

interface CellGridProps {
  resource: string;
  /** The table. */
  children: ReactNode;
}

interface Editing {
  cell: HTMLTableCellElement;
  id: string;
  editable: Editable;
  place: Rectangle;
  /** The character that opened it. */
  typed?: string | undefined;
}

/**
 * Makes a grid of the table in it: arrows go from cell to cell, Enter or typing changes one. Its cells are drawn as they
 * were, and the grid is laid over them: a list stays as quick as it is.
 */
export function CellGrid({ resource, children }: CellGridProps) {
  const t = useT();
  const hint = useId();
  const { many } = useNames();
  const frame = useRef<HTMLDivElement>(null);
  const { note, undo, notice } = useCellUndo(resource);
  const { editing, record, close } = useGrid(frame, { resource, hint, label: many(resource), undo });
  return (
    <Box ref={frame} sx={GRID}>
      {children}
      <Typography id={hint} className="grid-hint no-print" variant="body2">
        {t('register.cells.hint')}
      </Typography>
      {editing && record && (
        <CellEditor
          key={`${editing.id} ${editing.editable.name}`}
          resource={resource}
          record={record}
          editable={editing.editable}
          typed={editing.typed}
          cell={editing.cell}
          place={editing.place}
          onWritten={note}
          onClose={close}
        />
      )}
      {notice}
    </Box>
  );
}

const GRID = {
  position: 'relative',
  '& td:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
  // Its cell is a target too, so that a link has to be as high as a finger needs.
  '& td a': { display: 'inline-block', lineHeight: '24px' },
  '& td': { scrollMargin: '120px 16px 60px' },
  '& .grid-hint': { color: 'text.secondary', visibility: 'hidden', py: 1 },
  '&:focus-within .grid-hint': { visibility: 'visible' },
};

/** Where a cell lies in the frame, which scrolls along with it. */
function withinFrame(cell: Element, frame: Element | null): Rectangle {
  const { left, top, width, height } = cell.getBoundingClientRect();
  const origin = frame?.getBoundingClientRect();
  return { left: left - (origin?.left ?? 0), top: top - (origin?.top ?? 0), width, height };
}

interface GridWays {
  resource: string;
  hint: string;
  label: string;
  undo: () => boolean;
}

function useGrid(frame: { current: HTMLElement | null }, { resource, hint, label, undo }: GridWays) {
  const { data = [] } = useListContext<Row>();
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const isEditable = (cell: Element): boolean => editableOf(resource, sourceOf(cell) ?? '') !== undefined;
  const open = (cell: HTMLTableCellElement, row: number, typed?: string): boolean => {
    const editable = editableOf(resource, sourceOf(cell) ?? '');
    const id = data[row]?.id;
    if (!editable || id === undefined) return false;
    setEditing({ cell, id, editable, typed, place: withinFrame(cell, frame.current) });
    return true;
  };
  const tidy = useEffectEvent((table: HTMLTableElement, current: Element | null) => {
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', label);
    table.setAttribute('aria-describedby', hint);
    settle(table, current, isEditable);
  });
  const press = useEffectEvent((event: KeyboardEvent, table: HTMLTableElement) => {
    if (isUndo(event)) takeBack(event, undo);
    else onGridKey(event, table, open);
  });
  useEffect(() => {
    const table = frame.current?.querySelector('table');
    if (!table) return undefined;
    const at = (): Element | null => table.querySelector('tbody td[tabindex="0"]');
    const onKeyDown = (event: KeyboardEvent): void => press(event, table);
    const onFocus = ({ target }: FocusEvent): void =>
      tidy(table, target instanceof Element ? target.closest('tbody td') : null);
    tidy(table, at());
    // Rows and columns come and go by themselves.
    const changes = new MutationObserver(() => tidy(table, at()));
    changes.observe(table, { childList: true, subtree: true });
    table.addEventListener('keydown', onKeyDown);
    table.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      table.removeEventListener('keydown', onKeyDown);
      table.removeEventListener('focusin', onFocus);
    };
  }, [frame]);
  const close = (key?: string): void => {
    const table = frame.current?.querySelector('table');
    const cell = editing?.cell;
    setEditing(undefined);
    if (table && cell && key !== undefined) goTo(table, cell, key);
  };
  return { editing, record: data.find(({ id }) => id === editing?.id), close };
}

/** Goes where a key leads from a cell; a key that leads nowhere leads back to it. */
function goTo(table: HTMLTableElement, cell: HTMLTableCellElement, key: string): void {
  const cells = cellsOf(table);
  const from = placeOf(table, cell);
  const to = from && placeAfter(key, from, lastOf(cells));
  (to ? cells[to.row]?.[to.column] : cell)?.focus();
}

const lastOf = (cells: readonly unknown[][]): Place => ({
  row: cells.length - 1,
  column: (cells[0]?.length ?? 1) - 1,
});

const isUndo = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';

/** In a field it takes back what was typed; in the grid what was changed last. */
function takeBack(event: KeyboardEvent, undo: () => boolean): void {
  if ((event.target as Element).closest('[data-cell-editor], input, textarea')) return;
  if (undo()) event.preventDefault();
}

type Open = (cell: HTMLTableCellElement, row: number, typed?: string) => boolean;

/** What a key does in a cell; in an editor it means what it means there. */
function onGridKey(event: KeyboardEvent, table: HTMLTableElement, open: Open): void {
  const target = event.target as Element;
  const cell = target.closest<HTMLTableCellElement>('tbody td');
  if (!cell || target.closest('[data-cell-editor]') || event.altKey || event.metaKey) return;
  const cells = cellsOf(table);
  const place = placeOf(table, cell);
  if (!place) return;
  const key = event.ctrlKey ? `Control+${event.key}` : event.key;
  const to = placeAfter(key, place, lastOf(cells));
  if (to) cells[to.row]?.[to.column]?.focus();
  else if (target !== cell || event.ctrlKey || !begins(event.key, cell, place, open)) return;
  event.preventDefault();
  // Letters are shortcuts elsewhere on the page.
  event.stopPropagation();
}

/** Opens the editor; a cell that has none does what is in it: follows its link, ticks its box. */
function begins(key: string, cell: HTMLTableCellElement, { row }: Place, open: Open): boolean {
  const isEnter = key === 'Enter';
  if (isEnter || key === 'F2') {
    if (open(cell, row)) return true;
    const inside = cell.querySelector<HTMLElement>('a, button, input');
    if (isEnter) inside?.click();
    return isEnter && inside !== null;
  }
  if (key === ' ') {
    const box = cell.querySelector<HTMLElement>('input[type=checkbox]');
    box?.click();
    return box !== null;
  }
  if (key === 'Delete' || key === 'Backspace') return open(cell, row, '');
  return key.length === 1 && open(cell, row, key);
}
