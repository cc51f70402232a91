import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useLanguage, useNames, useT } from '../../i18n/use-t';
import { download } from '../../providers/download';
import { listQuery } from '../../providers/list-query';
import { useErrorText } from '../use-error-text';
import { useView } from './use-view';
import { useVisibleColumns, type ListColumns } from './visible-columns';

/** The whole view as a file, made by the server in the reader's words: the columns that show, and every row. */
export function ExportMenu({ resource, columns }: { resource: string; columns: ListColumns }) {
  const t = useT();
  const { number } = useFormat();
  const { total = 0, filters, sort } = useView();
  const { names, shown } = useVisibleColumns(resource, columns);
  const language = useLanguage();
  const { many } = useNames();
  const notify = useNotify();
  const text = useErrorText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const take = (type: 'xlsx' | 'csv'): void => {
    setAnchor(null);
    notify(t('register.list.exporting'));
    const query = { ...listQuery({ sort, filter: filters }), columns: names.join(','), language };
    download(`/${resource}.${type}`, query, `${many(resource)}.${type}`).catch((error: unknown) =>
      notify(text(error), { type: 'error' }),
    );
  };
  const size = { count: number(total), columns: number(shown), smart_count: total };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<DownloadIcon />}
        disabled={total === 0}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('register.list.export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => take('xlsx')}>{t('register.list.exportXlsx', size)}</MenuItem>
        <MenuItem onClick={() => take('csv')}>{t('register.list.exportCsv', size)}</MenuItem>
      </Menu>
    </>
  );
}
