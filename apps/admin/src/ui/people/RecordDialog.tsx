import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { CreateBase, EditBase, Form, useNotify, useRefresh, type RaRecord } from 'react-admin';
import { useId, useState, type ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { FormWork } from '../forms/FormWork';
import { LeaveDialog } from '../forms/LeaveGuard';
import { TypedWork } from '../forms/typed-work';
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
export function RecordDialog<T extends RaRecord<string>>(props: RecordDialogProps<T>) {
  const { resource, title, record, defaults, children, extra, onClose } = props;
  const id = useId();
  const [work] = useState(() => new TypedWork(`${resource}.${record?.id ?? JSON.stringify(defaults)}`));
  const [isLeaving, setLeaving] = useState(false);
  const end = (): void => {
    work.end();
    onClose();
  };
  const close = (): void => (work.isHeld ? setLeaving(true) : onClose());
  const mutationOptions = useOutcome(end);
  const form = (
    <Form noValidate disableInvalidFormNotification {...(!record && { defaultValues: defaults })}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3, '&&': { pt: 2 } }}>
        <FormWork work={work} />
        {children}
      </DialogContent>
      <Buttons extra={extra} onClose={close} />
    </Form>
  );
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="sm">
      {record ? (
        <EditBase
          resource={resource}
          id={record.id}
          redirect={false}
          mutationMode="pessimistic"
          mutationOptions={mutationOptions}
        >
          {form}
        </EditBase>
      ) : (
        <CreateBase resource={resource} redirect={false} mutationOptions={mutationOptions}>
          {form}
        </CreateBase>
      )}
      {isLeaving && <LeaveDialog onLeave={end} onStay={() => setLeaving(false)} />}
    </Dialog>
  );
}

function useOutcome(onClose: () => void) {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  return {
    onSuccess: () => {
      notify(t('register.record.saved'));
      refresh();
      onClose();
    },
    onError: (error: unknown) => {
      notify(text(error), { type: 'error' });
    },
  };
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
