import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { CreateBase, EditBase, Form, useNotify, useRefresh, type RaRecord } from 'react-admin';
import { useId, useState, type ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import type { Versioned } from '../../providers/records';
import { FormWork } from '../forms/FormWork';
import { LeaveDialog } from '../page/ConfirmDialog';
import { TypedWork } from '../forms/typed-work';
import { useSavedNotice, type Change } from '../forms/use-saved-notice';
import { useErrorText } from '../use-error-text';

interface RecordDialogProps<T> {
  resource: string;
  title: string;
  /** The record to change; without one, one is made with these values. */
  record: T | undefined;
  defaults: object;
  children: ReactNode;
  extra?: ReactNode;
  onClose: () => void;
}

/** A small record in a dialog, where a page of its own would be too much. */
export function RecordDialog<T extends RaRecord<string> & Versioned>(props: RecordDialogProps<T>) {
  const { resource, title, record, defaults, children, extra, onClose } = props;
  const id = useId();
  const [work] = useState(() => new TypedWork(`${resource}.${record?.id ?? JSON.stringify(defaults)}`));
  const [isLeaving, setLeaving] = useState(false);
  const end = (): void => {
    work.end();
    onClose();
  };
  const close = (): void => (work.isHeld ? setLeaving(true) : onClose());
  const { made, changed, onError } = useOutcome<T>(resource, end);
  const form = (
    <Form noValidate disableInvalidFormNotification {...(!record && { defaultValues: defaults })}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4, '&&': { pt: 2 } }}>
        <FormWork work={work} />
        {children}
      </DialogContent>
      <Buttons extra={extra} onClose={close} />
    </Form>
  );
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="sm">
      {record ? (
        <EditBase<T>
          resource={resource}
          id={record.id}
          // The version that the reader saw, and not an earlier one that was read for another dialog.
          queryOptions={{ meta: { version: record.version }, initialData: record }}
          redirect={false}
          mutationMode="pessimistic"
          mutationOptions={{ onSuccess: changed, onError }}
        >
          {form}
        </EditBase>
      ) : (
        <CreateBase<T>
          resource={resource}
          redirect={false}
          mutationOptions={{ onSuccess: (record) => made(record), onError }}
        >
          {form}
        </CreateBase>
      )}
      {isLeaving && <LeaveDialog onLeave={end} onStay={() => setLeaving(false)} />}
    </Dialog>
  );
}

function useOutcome<T extends RaRecord<string> & Versioned>(resource: string, onClose: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const say = useSavedNotice(resource);
  const made = (now: T, change?: Change<T>): void => {
    say(now, change);
    refresh();
    onClose();
  };
  return {
    made,
    changed: (now: T, { previousData, data = {} }: Sent) =>
      made(now, { before: previousData as T, sent: data }),
    onError: (error: unknown) => {
      notify(text(error), { type: 'error' });
    },
  };
}

/** What react-admin tells of an update beside the record. */
interface Sent {
  previousData?: unknown;
  data?: object;
}

function Buttons({ extra, onClose }: { extra: ReactNode; onClose: () => void }) {
  const t = useT();
  const { isSubmitting } = useFormState();
  return (
    <DialogActions sx={{ p: 4, flexWrap: 'wrap', gap: 2 }}>
      {extra}
      <Button color="inherit" onClick={onClose}>
        {t('register.form.cancel')}
      </Button>
      <Button type="submit" variant="contained" loading={isSubmitting}>
        {t('register.form.save')}
      </Button>
    </DialogActions>
  );
}
