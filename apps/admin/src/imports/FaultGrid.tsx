import { Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { Fragment, useId } from 'react';
import { useLanguage, useT } from '../i18n/use-t';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';
import type { Mends } from './kept-file';
import { placeOf, type Finding } from './use-import';
import { choicesOf, columnLabel, sheetLabel } from './words-of';

type Sheet = Schemas['FaultyRowsOfSheet'];

interface FaultGridProps {
  grid: readonly Sheet[];
  faults: readonly Finding[];
  mends: Mends;
  /** Told what a cell is to be read as; without it the grid is only to look at. */
  onMend?: (place: string, value: string) => void;
}

/** The faulty rows as they stand in the sheet, what is wrong below each, and its cells to mend in place. */
export function FaultGrid({ grid, ...rest }: FaultGridProps) {
  const language = useLanguage();
  return grid.map((sheet) => (
    <Section key={sheet.sheet} title={sheetLabel(language, sheet.sheet)}>
      <SheetGrid sheet={sheet} {...rest} />
    </Section>
  ));
}

function SheetGrid({ sheet, faults, mends, onMend }: Omit<FaultGridProps, 'grid'> & { sheet: Sheet }) {
  const t = useT();
  const language = useLanguage();
  const own = faults.filter((fault) => fault.sheet === sheet.sheet);
  const shown = columnsShown(sheet, own);
  return (
    <Sideways label={sheetLabel(language, sheet.sheet)}>
      <Table size="small" sx={{ width: 'auto', minWidth: { md: '60%' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('imports.row')}</TableCell>
            {shown.map((at) => (
              <TableCell key={at}>{sheet.columns[at]?.title}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sheet.rows.map((line) => (
            <Line
              key={line.row}
              sheet={sheet}
              line={line}
              shown={shown}
              faults={own.filter(({ row }) => row === line.row)}
              mends={mends}
              {...(onMend && { onMend })}
            />
          ))}
        </TableBody>
      </Table>
    </Sideways>
  );
}

interface LineProps {
  sheet: Sheet;
  line: Sheet['rows'][number];
  shown: readonly number[];
  faults: readonly Finding[];
  mends: Mends;
  onMend?: (place: string, value: string) => void;
}

function Line({ sheet, line, shown, faults, mends, onMend }: LineProps) {
  const language = useLanguage();
  const saysId = useId();
  // Where it is the row as a whole that is wrong, any of its cells may be what has to change.
  const isWholeRow = faults.some(({ column }) => sheet.columns.every(({ name }) => name !== column));
  return (
    <Fragment>
      <TableRow sx={{ '& > td': { borderBottom: 0, pb: 0.5 } }}>
        <TableCell sx={{ color: 'text.secondary' }}>{line.row}</TableCell>
        {shown.map((at) => {
          const name = sheet.columns[at]?.name ?? null;
          const text = line.cells[at] ?? '';
          const isWrong = faults.some(({ column }) => column !== null && column === name);
          if (name === null || !onMend || !(isWrong || isWholeRow))
            return <Shown key={at} text={text} isWrong={isWrong} />;
          const place = placeOf({ sheet: sheet.sheet, row: line.row, column: name });
          return (
            <TableCell key={at} sx={{ minWidth: 150 }}>
              <CellInput
                label={`${columnLabel(language, sheet.sheet, name)}, ${line.row}`}
                saysId={saysId}
                text={text}
                value={mends[place] ?? text}
                isWrong={isWrong}
                choices={choicesOf(language, sheet.sheet, name)}
                onChange={(value) => onMend(place, value)}
              />
            </TableCell>
          );
        })}
      </TableRow>
      <TableRow>
        <TableCell />
        <TableCell colSpan={shown.length} id={saysId} sx={{ color: 'error.main', pt: 0 }}>
          {faults.map((fault, index) => (
            <div key={index}>
              {fault.column !== null && <strong>{columnLabel(language, fault.sheet, fault.column)}: </strong>}
              {fault.message}
            </div>
          ))}
        </TableCell>
      </TableRow>
    </Fragment>
  );
}

interface CellInputProps {
  label: string;
  saysId: string;
  /** As it stands in the file. */
  text: string;
  value: string;
  isWrong: boolean;
  /** Of a column that takes certain values only. */
  choices: readonly (readonly [value: string, word: string])[];
  onChange: (value: string) => void;
}

function CellInput({ label, saysId, text, value, isWrong, choices, onChange }: CellInputProps) {
  const isChoice = choices.length > 0;
  return (
    <TextField
      fullWidth
      value={value}
      error={isWrong && value === text}
      onChange={(event) => onChange(event.target.value)}
      {...(isChoice && { select: true })}
      slotProps={{
        ...(isChoice && { select: { native: true } }),
        htmlInput: {
          'aria-label': label,
          'aria-describedby': saysId,
          style: { paddingBlock: 4, paddingInline: 8, fontSize: '0.875rem' },
        },
      }}
    >
      {isChoice && <option value={text}>{text}</option>}
      {choices.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </TextField>
  );
}

function Shown({ text, isWrong }: { text: string; isWrong: boolean }) {
  return (
    <TableCell
      sx={{
        maxWidth: 260,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        ...(isWrong && { color: 'error.main', fontWeight: 600 }),
      }}
    >
      {text}
    </TableCell>
  );
}

/** Columns in which nothing stands and nothing is wrong would only be in the way. */
function columnsShown(sheet: Sheet, faults: readonly Finding[]): number[] {
  return sheet.columns.flatMap(({ name }, at) => {
    const isFilled = sheet.rows.some(({ cells }) => (cells[at] ?? '') !== '');
    return isFilled || faults.some(({ column }) => column === name) ? [at] : [];
  });
}
