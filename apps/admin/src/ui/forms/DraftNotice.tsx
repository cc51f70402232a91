import { Alert, Button } from '@mui/material';
import { useT } from '../../i18n/use-t';

/** Says that one goes on where one was, and how to begin anew instead. */
export function DraftNotice({ onRestart }: { onRestart: () => void }) {
  const t = useT();
  return (
    <Alert
      severity="info"
      action={
        <Button color="inherit" size="small" onClick={onRestart}>
          {t('register.form.restart')}
        </Button>
      }
    >
      {t('register.form.kept')}
    </Alert>
  );
}
