import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useLanguage, useT } from '../i18n/use-t';
import { Section } from '../ui/page/Section';
import type { Finding } from './use-import';
import { columnLabel, sheetLabel } from './words-of';

const MOST_SHOWN = 500;

/** Where in the workbook, what stands there, and what to do about it. */
export function FindingsTable({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const t = useT();
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <Section title={title}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['sheet', 'row', 'column', 'value', 'message'] as const).map((name) => (
                <TableCell key={name}>{t(`imports.${name}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {findings.slice(0, MOST_SHOWN).map(({ sheet, row, column, value, message }, index) => (
              <TableRow key={index}>
                <TableCell>{sheetLabel(language, sheet)}</TableCell>
                <TableCell>{row}</TableCell>
                <TableCell>{columnLabel(language, sheet, column)}</TableCell>
                <TableCell sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>{value}</TableCell>
                <TableCell sx={{ minWidth: 280 }}>{message}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}
