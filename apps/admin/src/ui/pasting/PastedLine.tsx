import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, TableCell, TableRow } from '@mui/material';
import {
  CHOICES,
  WORDS,
  type Column,
  type ChoiceName,
  type Language,
  type Referenced,
} from '@fieldlab/domain';
import { useId } from 'react';
import type { RaRecord } from 'react-admin';
import { capitalised, useLanguage, useT } from '../../i18n/use-t';
import { describeCentre, describeCompany } from '../inputs/describe';
import { RecordPicker } from '../inputs/RecordPicker';
import { CellInput } from './CellInput';
import { fieldOf } from './pasted-columns';
import type { CellRemark, ReadPastedRow } from './read-rows';
import { remarksAt, type PastedRows } from './use-pasted-rows';

interface LineProps {
  resource: string;
  table: PastedRows;
  row: ReadPastedRow;
}

/** Up to a width at which long texts go on below; the table scrolls sideways before words are torn apart. */
const AS_WIDE_AS_ITS_TEXT = { width: 'max-content', maxWidth: 240, overflowWrap: 'break-word' } as const;

/** One row: its cells, and below each what is wrong with it. */
export function PastedLine({ resource, table, row }: LineProps) {
  const t = useT();
  const { pasted, roles, missing } = table;
  const { number, remarks } = row;
  const width = roles.length + missing.length;
  const known = new Set<string | null>(table.columns.map(({ name }) => name));
  const ofRow = remarks.filter(({ column }) => !known.has(column));
  const source = pasted.rows[number - (pasted.hasHeading ? 2 : 1)] ?? [];
  return (
    <>
      <TableRow sx={{ '& > td': { verticalAlign: 'top', ...(ofRow.length > 0 && { borderBottom: 0 }) } }}>
        <TableCell sx={{ color: 'text.secondary' }}>{number}</TableCell>
        {roles.map((role, at) =>
          role ? (
            <Cell key={at} {...{ resource, table, row }} column={role} />
          ) : (
            <TableCell key={at} sx={{ color: 'text.disabled', overflowWrap: 'anywhere' }}>
              {source[at]}
            </TableCell>
          ),
        )}
        {missing.map((column) => (
          <Cell key={column.name} {...{ resource, table, row, column }} />
        ))}
        <TableCell padding="checkbox">
          <IconButton
            size="small"
            aria-label={t('editing.leaveOut', { row: number })}
            onClick={() => table.leave(number)}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </TableCell>
      </TableRow>
      {ofRow.length > 0 && (
        <TableRow>
          <TableCell />
          <TableCell colSpan={width + 1} sx={{ pt: 0 }}>
            <Remarks remarks={ofRow} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function Cell({ resource, table, row, column }: LineProps & { column: Column }) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const remarks = remarksAt(row.remarks, column.name);
  const fault = remarks.find(({ isFault }) => isFault);
  const text = row.cells.get(column.name) ?? '';
  const label = t('editing.cell', { column: column.label[language], row: row.number });
  const references = fault?.unfound && fieldOf(resource, column.name)?.field.references;
  const isOpen = fault !== undefined || table.isMended(row.number, column.name);
  return (
    <TableCell>
      {isOpen ? (
        <CellInput
          column={column}
          label={label}
          text={text}
          isWrong={fault !== undefined}
          describedBy={remarks.length > 0 ? id : undefined}
          onCommit={(typed) => table.mend(row.number, column.name, typed)}
        />
      ) : (
        <Box sx={{ ...AS_WIDE_AS_ITS_TEXT, whiteSpace: 'pre-line' }}>{shown(column, text, language)}</Box>
      )}
      <Remarks remarks={remarks} id={id} />
      {references && fault.unfound && (
        <Found
          {...{ label, references }}
          onFound={(found) => table.pick(column.name, fault.unfound?.text ?? '', found)}
        />
      )}
    </TableCell>
  );
}

/** A code by its word; all else as it was pasted. */
function shown({ type }: Column, text: string, language: Language): string {
  if (!(type in CHOICES)) return text;
  const words: Readonly<Partial<Record<string, string>>> = WORDS[language][type as ChoiceName];
  const word = words[text];
  return word === undefined ? text : capitalised(word);
}

/** Looks the record up that a text stands for; so it does in every row. */
function Found({
  label,
  references,
  onFound,
}: {
  label: string;
  references: Referenced;
  onFound: (id: string) => void;
}) {
  const t = useT();
  const describe = references === 'companies' ? describeCompany : describeCentre;
  return (
    <Box sx={{ pt: 2, minWidth: 200 }}>
      <RecordPicker<RaRecord<string>>
        resource={references}
        value={null}
        onChange={(id) => {
          if (id !== null) onFound(id);
        }}
        ariaLabel={t('editing.find', { cell: label })}
        placeholder={t('editing.findShort')}
        {...(references === 'activities' && { by: 'title' as const })}
        describe={describe}
        helperText=""
      />
    </Box>
  );
}

function Remarks({ remarks, id }: { remarks: readonly CellRemark[]; id?: string }) {
  if (remarks.length === 0) return null;
  return (
    <Box id={id} sx={{ ...AS_WIDE_AS_ITS_TEXT, fontSize: '0.8125rem' }}>
      {remarks.map(({ text, isFault }) => (
        <Box key={text} sx={{ color: isFault ? 'error.main' : 'text.secondary' }}>
          {text}
        </Box>
      ))}
    </Box>
  );
}
