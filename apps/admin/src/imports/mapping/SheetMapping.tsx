import { Box, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import type { MappedSheet } from '@fieldlab/domain';
import { useLanguage, useT } from '../../i18n/use-t';
import { Section } from '../../ui/page/Section';
import { Sideways } from '../../ui/page/Sideways';
import { choicesOf, columnLabel, sheetLabel } from '../words-of';
import { chosen, heldForAll, TARGETS, targetOf, withValue } from './mapping-state';
import type { Layout } from './use-layout';

interface SheetMappingProps {
  looks: Layout['sheets'][number];
  sheet: MappedSheet;
  onChange: (sheet: MappedSheet) => void;
}

/** One sheet of the file: each of its columns with some of what stands there, and what it is. */
export function SheetMapping({ looks, sheet, onChange }: SheetMappingProps) {
  const t = useT();
  return (
    <Section title={looks.name}>
      <Sideways label={looks.name}>
        <Table size="small" sx={{ maxWidth: 960 }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('importing.map.column')}</TableCell>
              <TableCell>{t('importing.map.target')}</TableCell>
              <TableCell>{t('importing.map.samples')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {looks.columns.map(({ heading, samples }) => (
              <TableRow key={heading}>
                <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                  {heading}
                </TableCell>
                <TableCell sx={{ minWidth: 220 }}>
                  <TargetChoice
                    label={t('importing.map.targetOf', { column: heading })}
                    value={targetOf(sheet, heading)}
                    onChange={(target) => onChange(chosen(sheet, heading, target))}
                  />
                </TableCell>
                <TableCell sx={{ color: 'text.secondary', minWidth: 160, overflowWrap: 'anywhere' }}>
                  {samples.slice(0, 3).join(' · ')}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Sideways>
      <ForAllRows sheet={sheet} onChange={onChange} />
    </Section>
  );
}

interface TargetChoiceProps {
  label: string;
  value: string;
  onChange: (target: string) => void;
}

function TargetChoice({ label, value, onChange }: TargetChoiceProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <TextField
      select
      fullWidth
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': label } }}
    >
      <option value="">{t('importing.map.skip')}</option>
      {TARGETS.map(({ sheet, columns }) => (
        <optgroup key={sheet} label={sheetLabel(language, sheet)}>
          {columns.map(({ name }) => (
            <option key={name} value={`${sheet}.${name}`}>
              {`${sheetLabel(language, sheet)}: ${columnLabel(language, sheet, name)}`}
            </option>
          ))}
        </optgroup>
      ))}
    </TextField>
  );
}

/** What no column holds, and the records need. */
function ForAllRows({ sheet, onChange }: Omit<SheetMappingProps, 'looks'>) {
  const t = useT();
  const language = useLanguage();
  const held = heldForAll(sheet);
  if (held.length === 0) return null;
  return (
    <Box sx={{ mt: 5, maxWidth: 960 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('importing.map.forAll')}
      </Typography>
      <Typography variant="body2" sx={{ mb: 3, color: 'text.secondary' }}>
        {t('importing.map.forAllHelp')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {held.map((one) => {
          const choices = choicesOf(language, one.sheet, one.column);
          return (
            <TextField
              key={`${one.sheet}.${one.column}`}
              label={`${sheetLabel(language, one.sheet)}: ${columnLabel(language, one.sheet, one.column)}`}
              value={one.value}
              onChange={(event) =>
                onChange(withValue(sheet, { sheet: one.sheet, column: one.column }, event.target.value))
              }
              {...(choices.length > 0 && { select: true })}
              slotProps={{
                ...(choices.length > 0 && { select: { native: true }, inputLabel: { shrink: true } }),
                htmlInput: { maxLength: 500 },
              }}
            >
              {choices.length > 0 && <option value="" />}
              {choices.map(([code, word]) => (
                <option key={code} value={code}>
                  {word}
                </option>
              ))}
            </TextField>
          );
        })}
      </Box>
    </Box>
  );
}
