import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { ConfirmDialog } from './ConfirmDialog';
import { ReasonField } from './ReasonField';

interface DeleteDialogProps {
  title: string;
  text?: string;
  /** What it is about, where that is more than one. */
  children?: ReactNode;
  isBusy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks whether, and why, something is to be deleted. */
export function DeleteDialog({ title, text, children, isBusy, onConfirm, onClose }: DeleteDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      text={text ?? t('register.record.deleteText')}
      action={t('register.record.delete')}
      isBusy={isBusy}
      onConfirm={() => onConfirm(reason)}
      onClose={onClose}
    >
      {children}
      <ReasonField autoFocus value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
