import { Alert, Button } from '@mui/material';
import { useT } from '../../i18n/use-t';

/** What was done, with the way to take it back. */
export function UndoAlert({ text, onUndo }: { text: string; onUndo: () => void }) {
  const t = useT();
  return (
    <Alert
      severity="info"
      variant="filled"
      icon={false}
      action={
        <Button color="inherit" size="small" onClick={onUndo}>
          {t('register.record.undo')}
        </Button>
      }
    >
      {text}
    </Alert>
  );
}
