import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import type { Import } from './use-import';
import { sheetLabel } from './words-of';

/** How many records are new, filled in, or as they were; sheet by sheet. */
export function Counts({ result }: { result: Pick<Import, 'counts' | 'changes'> }) {
  const t = useT();
  const language = useLanguage();
  const { number } = useFormat();
  const rows = Object.entries(result.counts).filter(([name]) => name !== 'programme');
  if (rows.every(([, { created, updated }]) => created === 0 && updated === 0))
    return result.changes.length > 0 ? null : (
      <Typography sx={{ mb: 4 }}>{t('imports.nothingNew')}</Typography>
    );
  return (
    <Table size="small" sx={{ maxWidth: 640 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('imports.sheet')}</TableCell>
          {(['created', 'updated', 'unchanged'] as const).map((name) => (
            <TableCell key={name} align="right">
              {t(`imports.${name}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(([name, { created, updated, unchanged }]) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {sheetLabel(language, name)}
            </TableCell>
            <TableCell align="right">{number(created)}</TableCell>
            <TableCell align="right">{number(updated)}</TableCell>
            <TableCell align="right">{number(unchanged)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
