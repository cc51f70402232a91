import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useLanguage, useT } from '../i18n/use-t';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';
import type { Finding } from './use-import';
import { columnLabel, sheetLabel } from './words-of';

/** More would push what comes below out of sight. */
const SHOWN_FIRST = 20;

/** Where in the workbook, what stands there, and what to do about it. */
export function FindingsTable({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  if (findings.length === 0) return null;
  return (
    <Section title={title}>
      <FindingRows title={title} findings={findings.slice(0, isWhole ? undefined : SHOWN_FIRST)} />
      {!isWhole && findings.length > SHOWN_FIRST && (
        <Button onClick={() => setWhole(true)} sx={{ mt: 2 }}>
          {t('imports.showAll', { count: findings.length })}
        </Button>
      )}
    </Section>
  );
}

export function FindingRows({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Sideways label={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {(['sheet', 'row', 'column', 'value', 'message'] as const).map((name) => (
              <TableCell key={name}>{t(`imports.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {findings.map(({ sheet, row, column, value, message }, index) => (
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
    </Sideways>
  );
}
