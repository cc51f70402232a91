import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useNames, useT } from '../../i18n/use-t';
import { MOST_AT_ONCE } from '../bulk/at-once';
import type { Turn } from '../bulk/in-turn';
import type { Row } from '../list/row-context';
import { ReasonField } from '../page/ReasonField';
import { Waiting } from '../page/Waiting';
import { useErrorText } from '../use-error-text';
import { useIsNarrow } from '../use-is-narrow';
import { BulkPreview } from './BulkPreview';
import { readDraft, type Draft } from './drafts';
import { editableFields, type Editable } from './editable';
import { FieldEditor } from './FieldEditor';
import { useChangingTurn, useRehearsal, type NewValue } from './use-rehearsal';

interface BulkEditDialogProps {
  resource: string;
  count: number;
  /** The chosen rows as they are now. */
  read: () => Promise<Row[]>;
  isBusy: boolean;
  onConfirm: (turn: Turn<Row>, records: readonly Row[]) => void;
  onClose: () => void;
}

/** No two records have the same. */
const OF_ONE_RECORD: ReadonlySet<string> = new Set(['companyNumber', 'code', 'identifier']);

/** Which field, what it becomes, and then what that does to every row, before any of it is done. */
export default function BulkEditDialog(props: BulkEditDialogProps) {
  const { resource, count, isBusy, onClose } = props;
  const t = useT();
  const id = useId();
  const edit = useBulkEdit(props);
  const isTooMany = count > MOST_AT_ONCE;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md" fullScreen={useIsNarrow()}>
      <Box component="form" noValidate onSubmit={edit.submit} sx={{ display: 'contents' }}>
        <DialogTitle id={id}>{t('editing.title', { smart_count: count })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
          {isTooMany ? (
            <Alert severity="warning">{t('editing.tooMany', { most: MOST_AT_ONCE })}</Alert>
          ) : (
            <Fields resource={resource} edit={edit} />
          )}
          <Result resource={resource} edit={edit} />
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button color="inherit" onClick={onClose}>
            {t('register.form.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            loading={isBusy || edit.isAsking}
            disabled={isTooMany || edit.chosen === undefined || edit.changing?.length === 0}
          >
            {edit.changing ? t('editing.apply', { smart_count: edit.changing.length }) : t('editing.preview')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

type Edit = ReturnType<typeof useBulkEdit>;

function Fields({ resource, edit }: { resource: string; edit: Edit }) {
  const t = useT();
  const { field: nameOf } = useNames();
  const { chosen } = edit;
  return (
    <>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, pt: 2 }}>
        <TextField
          select
          autoFocus
          label={t('editing.field')}
          value={chosen?.name ?? ''}
          onChange={(event) => edit.choose(event.target.value)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          <option value="" />
          {edit.fields.map(({ name }) => (
            <option key={name} value={name}>
              {nameOf(resource, name)}
            </option>
          ))}
        </TextField>
        {chosen && (
          <FieldEditor
            key={chosen.name}
            field={chosen.field}
            draft={edit.draft}
            onDraft={edit.setDraft}
            label={t('editing.newValue')}
            fault={edit.fault && t(edit.fault)}
          />
        )}
      </Box>
      <ReasonField value={edit.reason} onChange={edit.setReason} />
    </>
  );
}

function Result({ resource, edit }: { resource: string; edit: Edit }) {
  const errorText = useErrorText();
  if (edit.isAsking) return <Waiting rows={3} />;
  if (edit.error !== undefined) return <Alert severity="error">{errorText(edit.error)}</Alert>;
  if (!edit.rehearsed || !edit.chosen) return null;
  return <BulkPreview resource={resource} field={edit.chosen.name} rehearsed={edit.rehearsed} />;
}

/** What was filled in, and what the server says of it; another value is asked about anew. */
function useBulkEdit({ resource, read, onConfirm }: BulkEditDialogProps) {
  const [chosen, setChosen] = useState<Editable | undefined>(undefined);
  const [draft, setDraft] = useState<Draft>('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const rehearsal = useRehearsal(resource, read);
  const turn = useChangingTurn(resource);
  const fields = editableFields(resource).filter(({ field }) => !OF_ONE_RECORD.has(field.type));
  const reading = chosen && readDraft(chosen.field, draft);
  const fault = reading && 'fault' in reading ? reading.fault : undefined;
  const { rehearsed, forget } = rehearsal;
  const changing = rehearsed?.flatMap((one) => (one.kind === 'CHANGES' ? [one.record] : []));
  const submit = (event: { preventDefault: () => void; stopPropagation: () => void }): void => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (!chosen || !reading || 'fault' in reading) return;
    const change: NewValue = { name: chosen.name, value: reading.value };
    if (changing) onConfirm(turn(change, reason), changing);
    else void rehearsal.ask(change, reason);
  };
  const anew = (): void => {
    forget();
    setTried(false);
  };
  return {
    ...{ ...rehearsal, fields, chosen, draft, reason, changing, submit },
    fault: isTried ? fault : undefined,
    choose: (name: string): void => {
      const next = fields.find((one) => one.name === name);
      setChosen(next);
      setDraft(next?.field.type === 'referenceList' ? [] : '');
      anew();
    },
    setDraft: (next: Draft): void => {
      setDraft(next);
      anew();
    },
    setReason: (next: string): void => {
      setReason(next);
      forget();
    },
  };
}
