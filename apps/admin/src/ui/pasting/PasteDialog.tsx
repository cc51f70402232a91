import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../../i18n/use-t';
import { PasteField } from '../inputs/PasteField';
import { useIsNarrow } from '../use-is-narrow';
import { Waiting } from '../page/Waiting';
import { useErrorText } from '../use-error-text';
import { readCells } from './block';
import { isAboutPeople, MOST_CHARACTERS, MOST_ROWS, sheetFor, type Given } from './pasted-columns';
import { PastedRowsTable } from './PastedRowsTable';
import { useAddingRows } from './use-adding-rows';
import { useOwnCentreGiven } from './use-own-centre-given';
import { isFaulty, usePastedRows, type PastedRows } from './use-pasted-rows';

interface PasteDialogProps {
  resource: string;
  /** The columns that the list shows, in their order. */
  shown: readonly string[];
  /** What was pasted in the page; without it one pastes here. */
  text: string;
  given?: Given;
  onClose: () => void;
}

/** Rows from a spreadsheet become records of the list: seen and mended first, then added, all of them or none. */
export default function PasteDialog({ text: given, ...props }: PasteDialogProps) {
  const t = useT();
  const id = useId();
  const isNarrow = useIsNarrow();
  const { many } = useNames();
  const [text, setText] = useState(given);
  const title = t('editing.paste', { what: many(props.resource).toLowerCase() });
  const isTooMuch =
    text.length > MOST_CHARACTERS || readCells(text.slice(0, MOST_CHARACTERS)).length > MOST_ROWS + 1;
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id} fullWidth maxWidth="xl" fullScreen={isNarrow}>
      <DialogTitle id={id}>{title}</DialogTitle>
      {text.trim() === '' || isTooMuch ? (
        <Box isTooMuch={isTooMuch} onPaste={setText} onClose={props.onClose} />
      ) : (
        <Preview key={text} {...props} text={text} onAnother={() => setText('')} />
      )}
    </Dialog>
  );
}

interface BoxProps {
  isTooMuch: boolean;
  onPaste: (text: string) => void;
  onClose: () => void;
}

/** Where the block goes: pasted it is read at once, typed when one says so. */
function Box({ isTooMuch, onPaste, onClose }: BoxProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  return (
    <>
      <DialogContent>
        {isTooMuch && <TooMuch />}
        <DialogContentText sx={{ mb: 4 }}>{t('editing.pasteHelp')}</DialogContentText>
        <PasteField
          autoFocus
          minRows={6}
          maxRows={12}
          typed={typed}
          onType={(text) => setTyped(text.slice(0, MOST_CHARACTERS + 1))}
          onPaste={onPaste}
        />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button color="inherit" onClick={onClose}>
          {t('register.form.cancel')}
        </Button>
        <Button variant="contained" disabled={typed.trim() === ''} onClick={() => onPaste(typed)}>
          {t('pasting.read')}
        </Button>
      </DialogActions>
    </>
  );
}

function TooMuch() {
  const t = useT();
  const toImport = (
    <Button color="inherit" size="small" component={Link} to="/imports">
      {t('imports.title')}
    </Button>
  );
  return (
    <Alert severity="warning" sx={{ mb: 4 }} action={toImport}>
      {t('editing.pasteTooMuch', { rows: MOST_ROWS })}
    </Alert>
  );
}

function Preview({
  resource,
  shown,
  text,
  given = {},
  onClose,
  onAnother,
}: PasteDialogProps & { onAnother: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const { field } = useNames();
  const sheet = sheetFor(resource);
  if (!sheet) throw new Error(`No sheet holds ${resource}.`);
  const look = {
    ...{ resource, sheet, given: { ...useOwnCentreGiven(), ...given } },
    shown: shown.map((source) => ({ source, label: field(resource, source) })),
  };
  const table = usePastedRows(look, text);
  const adding = useAddingRows(resource, onClose);
  const { references } = table;
  return (
    <>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('editing.allOrNothing')}</DialogContentText>
        {isAboutPeople(sheet) && <DialogContentText sx={{ mb: 2 }}>{t('people.personal')}</DialogContentText>}
        {adding.failure !== undefined && <Alert severity="error">{adding.failure}</Alert>}
        {references.error !== null && <Alert severity="error">{errorText(references.error)}</Alert>}
        {references.isFinding ? (
          <Waiting rows={6} />
        ) : (
          <PastedRowsTable resource={resource} table={table} refusedOf={adding.refusedOf} />
        )}
      </DialogContent>
      <Actions table={table} adding={adding} onAnother={onAnother} onClose={onClose} />
    </>
  );
}

interface ActionsProps {
  table: PastedRows;
  adding: ReturnType<typeof useAddingRows>;
  onAnother: () => void;
  onClose: () => void;
}

function Actions({ table, adding, onAnother, onClose }: ActionsProps) {
  const t = useT();
  const { rows, references } = table;
  const faulty = rows.filter(isFaulty).length;
  return (
    <DialogActions sx={{ p: 4, flexWrap: 'wrap', gap: 2 }}>
      <span role="status" style={{ marginRight: 'auto' }}>
        {faulty > 0 && !references.isFinding ? t('editing.faulty', { smart_count: faulty }) : ''}
      </span>
      <Button color="inherit" onClick={onAnother}>
        {t('pasting.another')}
      </Button>
      <Button color="inherit" onClick={onClose}>
        {t('register.form.cancel')}
      </Button>
      <Button
        variant="contained"
        loading={adding.isBusy}
        disabled={faulty > 0 || rows.length === 0 || references.isFinding}
        onClick={() => void adding.add(rows)}
      >
        {t('editing.add', { smart_count: rows.length })}
      </Button>
    </DialogActions>
  );
}
