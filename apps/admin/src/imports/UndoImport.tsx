import { Button, type ButtonProps } from '@mui/material';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useUndoImport } from '../ui/use-undo-import';

interface UndoImportProps extends Pick<ButtonProps, 'variant' | 'size' | 'aria-label'> {
  id: string;
}

/** Takes an import back as a whole, once one says so. */
export function UndoImport({ id, ...look }: UndoImportProps) {
  const t = useT();
  const undoImport = useUndoImport();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const undo = async (): Promise<void> => {
    setBusy(true);
    await undoImport(id);
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <Button {...look} onClick={() => setAsking(true)}>
        {t('imports.undo')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('imports.undo')}
          text={t('imports.undoConfirm')}
          action={t('imports.undo')}
          isBusy={isBusy}
          onConfirm={() => void undo()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
