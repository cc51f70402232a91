import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useT } from '../i18n/use-t';
import { download } from '../providers/download';
import { useErrorText } from '../ui/use-error-text';

/** What to begin with: an empty workbook that explains itself, or the register to edit and bring back. */
export function Takeaways() {
  const t = useT();
  const take = useDownload();
  return (
    <>
      <Button variant="outlined" onClick={() => take('/workbook-template.xlsx')}>
        {t('imports.template')}
      </Button>
      <Button variant="outlined" onClick={() => take('/workbook.xlsx')}>
        {t('imports.exportRegister')}
      </Button>
    </>
  );
}

/** Hands a file over, and says so when that fails. */
export function useDownload(): (path: string) => void {
  const notify = useNotify();
  const text = useErrorText();
  const t = useT();
  return (path) => {
    notify(t('register.list.exporting'));
    download(path, {}).catch((error: unknown) => notify(text(error), { type: 'error' }));
  };
}
