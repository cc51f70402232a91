import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useLanguage, useT } from '../i18n/use-t';
import { Pages } from '../ui/page/Pages';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';
import { placeOf, type Change } from './use-import';
import { cellText, columnLabel, sheetLabel } from './words-of';

interface ChangesTableProps {
  changes: readonly Change[];
  refused: ReadonlySet<string>;
  onRefuse: (refused: ReadonlySet<string>) => void;
}

/** There may be thousands; what was refused on one page stays refused on the others. */
const PER_PAGE = 25;

/** Of records that are registered already: old → new, cell by cell, to accept or not. */
export function ChangesTable({ changes, refused, onRefuse }: ChangesTableProps) {
  const t = useT();
  const [page, setPage] = useState(1);
  if (changes.length === 0) return null;
  const title = t('imports.changesTitle', { smart_count: changes.length });
  const toggle = (place: string, isAccepted: boolean): void => {
    const others = [...refused].filter((one) => one !== place);
    onRefuse(new Set(isAccepted ? others : [...others, place]));
  };
  const all = (isAccepted: boolean): void => onRefuse(new Set(isAccepted ? [] : changes.map(placeOf)));
  return (
    <Box sx={{ mt: 6 }}>
      <Section title={title}>
        <Sideways label={title}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    checked={refused.size === 0}
                    indeterminate={refused.size > 0 && refused.size < changes.length}
                    onChange={(_event, isAccepted) => all(isAccepted)}
                    slotProps={{ input: { 'aria-label': t('imports.acceptAll') } }}
                  />
                </TableCell>
                {(['sheet', 'row', 'column', 'from', 'to'] as const).map((name) => (
                  <TableCell key={name}>{t(`imports.${name}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {changes.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((change) => (
                <ChangeRow
                  key={placeOf(change)}
                  change={change}
                  isAccepted={!refused.has(placeOf(change))}
                  onToggle={toggle}
                />
              ))}
            </TableBody>
          </Table>
        </Sideways>
        <Pages count={Math.ceil(changes.length / PER_PAGE)} page={page} onChange={setPage} />
      </Section>
    </Box>
  );
}

interface ChangeRowProps {
  change: Change;
  isAccepted: boolean;
  onToggle: (place: string, isAccepted: boolean) => void;
}

function ChangeRow({ change, isAccepted, onToggle }: ChangeRowProps) {
  const t = useT();
  const language = useLanguage();
  const { sheet, row, column, from, to } = change;
  const text = (value: string | null): string =>
    cellText(language, sheet, column, value) || t('register.record.wasEmpty');
  const label = `${columnLabel(language, sheet, column)}: ${text(from)} → ${text(to)}`;
  return (
    <TableRow>
      <TableCell padding="checkbox">
        <Checkbox
          size="small"
          checked={isAccepted}
          onChange={(_event, next) => onToggle(placeOf(change), next)}
          slotProps={{ input: { 'aria-label': label } }}
        />
      </TableCell>
      <TableCell>{sheetLabel(language, sheet)}</TableCell>
      <TableCell>{row}</TableCell>
      <TableCell>{columnLabel(language, sheet, column)}</TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>{text(from)}</TableCell>
      <TableCell sx={{ fontWeight: 600, textDecoration: isAccepted ? 'none' : 'line-through' }}>
        {text(to)}
      </TableCell>
    </TableRow>
  );
}
