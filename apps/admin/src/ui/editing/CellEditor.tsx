import { Box, Paper, Popper } from '@mui/material';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useListContext, useUpdate } from 'react-admin';
import { useFormat } from '../../i18n/format';
import { useNames, useT } from '../../i18n/use-t';
import { refusalOf } from '../../providers/http';
import { useRowName, type Row } from '../list/row-context';
import { ValueText } from '../history/ValueText';
import { useWhy } from '../use-error-text';
import { draftOf, readDraft, type Draft } from './drafts';
import type { Editable } from './editable';
import { FieldEditor, isOfOpenList } from './FieldEditor';
import type { CellChange } from './use-cell-undo';
import { valueOf } from './use-rehearsal';

export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface CellEditorProps {
  resource: string;
  /** As it is known now; somebody else may change it meanwhile. */
  record: Row;
  editable: Editable;
  typed: string | undefined;
  cell: HTMLTableCellElement;
  /** Where the cell lies: it is covered, as what is drawn in it is the list's own. */
  place: Rectangle;
  onWritten: (change: CellChange) => void;
  /** Goes on where this key leads from the cell; without one it goes nowhere. */
  onClose: (key?: string) => void;
}

/** Over its cell: Enter saves and goes down, Tab saves and goes right, Escape puts back. */
export function CellEditor(props: CellEditorProps) {
  const { resource, record, editable, cell, place } = props;
  const t = useT();
  const id = useId();
  const nameOf = useRowName();
  const { field: fieldName } = useNames();
  const { draft, setDraft, fault, isStale, isBusy, onKeyDown, onBlur } = useCell(props);
  const label = t('register.cells.label', { field: fieldName(resource, editable.name), row: nameOf(record) });
  const isWide = editable.field.references !== undefined;
  return (
    <Box
      data-cell-editor
      aria-busy={isBusy}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      sx={{ ...OVER, ...place, ...(isWide && { minWidth: 280 }) }}
    >
      <FieldEditor
        field={editable.field}
        draft={draft}
        onDraft={setDraft}
        label={label}
        isBare
        autoFocus
        fault={fault}
        faultId={fault === undefined ? undefined : id}
      />
      {fault !== undefined && (
        <Popper open anchorEl={cell} placement="bottom-start" sx={{ zIndex: 'tooltip' }}>
          <Paper variant="outlined" role="alert" id={id} sx={FAULT}>
            {fault}
            {isStale && (
              <Box sx={{ mt: 1 }}>
                {t('register.cells.now')}{' '}
                <ValueText resource={resource} field={editable.name} value={valueOf(record, editable.name)} />
                {'. '}
                {t('register.cells.stale')}
              </Box>
            )}
          </Paper>
        </Popper>
      )}
    </Box>
  );
}

const OVER = {
  position: 'absolute',
  zIndex: 2,
  minWidth: 140,
  bgcolor: 'background.paper',
  display: 'flex',
  alignItems: 'center',
  '& .MuiInputBase-root': { fontSize: '0.875rem' },
};
const FAULT = { p: 2, maxWidth: 360, color: 'error.main', borderColor: 'error.main', fontSize: '0.875rem' };

function useCell(props: CellEditorProps) {
  const { record, editable, typed, onClose } = props;
  const t = useT();
  const format = useFormat();
  const { name, field } = editable;
  const [begun] = useState<Draft>(() => draftOf(field, valueOf(record, name), format));
  const [draft, setDraft] = useState<Draft>(() => firstOf(editable, typed) ?? begun);
  const { write, fault, setFault, isStale, isBusy } = useWriting(props);
  // Going on takes the focus away from here, which is no reason to save once more.
  const isLeft = useRef(false);
  const leave = (key?: string): void => {
    isLeft.current = true;
    onClose(key);
  };
  const save = async (key?: string): Promise<void> => {
    const read = readDraft(field, draft);
    const isSame = JSON.stringify(draft) === JSON.stringify(begun);
    if (!isSame && 'fault' in read) setFault(t(read.fault));
    else if (isSame || ('value' in read && (await write(read.value)))) leave(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || (isOfOpenList(event) && event.key !== 'Tab')) return;
    const key = keyAfter(event);
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') leave('');
    else if (!isBusy) void save(key);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    // A dialog asks why, or the window is left: one comes back.
    const isAside = relatedTarget instanceof Element && relatedTarget.closest('[role=dialog]') !== null;
    if (!isLeft.current && !isWithin && !isAside && !isBusy && document.hasFocus()) void save();
  };
  const change = (next: Draft): void => {
    setDraft(next);
    setFault(undefined);
  };
  return { draft, setDraft: change, fault, isStale, isBusy, onKeyDown, onBlur };
}

/** Writes the field on the version that was seen; answers whether it was written, and else says why not. */
function useWriting({ resource, record, editable, onWritten }: CellEditorProps) {
  const t = useT();
  const why = useWhy();
  const { refetch } = useListContext<Row>();
  const [update, { isPending: isBusy }] = useUpdate<Row>();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isStale, setStale] = useState(false);
  const write = async (value: unknown): Promise<boolean> => {
    const data = { ...record, [editable.name]: value };
    const how = { mutationMode: 'pessimistic', returnPromise: true } as const;
    try {
      const after = await update(resource, { id: record.id, data, previousData: record }, how);
      const value = valueOf(record, editable.name);
      if (after) onWritten({ field: editable.name, before: record, value, after });
      return true;
    } catch (error) {
      const isLate = refusalOf(error).status === 412;
      // What the other made of it is told, and saved over only by who has seen it.
      if (isLate) await refetch();
      setStale(isLate);
      setFault(isLate ? t('register.cells.meanwhile') : why(error));
      return false;
    }
  };
  return { write, fault, setFault, isStale, isBusy };
}

/** What was typed to open it takes the place of what stood there, where one types at all. */
function firstOf({ field }: Editable, typed: string | undefined): Draft | undefined {
  if (typed === undefined || field.references !== undefined) return undefined;
  return typed === '' || field.choice === undefined ? typed : undefined;
}

/** Where it goes on after a key that ends the editing; undefined for all others. */
function keyAfter({ key, shiftKey }: KeyboardEvent): string | undefined {
  switch (key) {
    case 'Escape':
      return '';
    case 'Enter':
      // Text with lines has its line ends by Shift.
      return shiftKey ? undefined : 'ArrowDown';
    case 'Tab':
      return shiftKey ? 'ArrowLeft' : 'ArrowRight';
    default:
      return undefined;
  }
}
