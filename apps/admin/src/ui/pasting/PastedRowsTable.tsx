import {
  Checkbox,
  FormControlLabel,
  NativeSelect,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { Column } from '@fieldlab/domain';
import { useId, useState } from 'react';
import { useLanguage, useT } from '../../i18n/use-t';
import { Pages } from '../page/Pages';
import { Sideways } from '../page/Sideways';
import { Unseen } from '../page/Unseen';
import { CellInput } from './CellInput';
import { PastedLine } from './PastedLine';
import type { CellRemark, ReadPastedRow } from './read-rows';
import { isFaulty, type PastedRows } from './use-pasted-rows';

const PER_PAGE = 25;

interface PastedRowsTableProps {
  resource: string;
  table: PastedRows;
  refusedOf: (row: ReadPastedRow) => readonly CellRemark[];
}

/** What was pasted, cell by cell under what each column holds; what is wrong stands at its cell and is mended there. */
export function PastedRowsTable({ resource, table, refusedOf }: PastedRowsTableProps) {
  const t = useT();
  const [page, setPage] = useState(1);
  const [isOnlyFaults, setOnlyFaults] = useState(false);
  const all = table.rows.map((row) => ({ ...row, remarks: [...row.remarks, ...refusedOf(row)] }));
  const faulty = all.filter(isFaulty);
  // A row that was just mended stays in sight as long as there is anything else to mend.
  const rows = isOnlyFaults && faulty.length > 0 ? faulty : all;
  const pages = Math.ceil(rows.length / PER_PAGE);
  const at = Math.min(page, Math.max(1, pages));
  return (
    <>
      {faulty.length > 0 && faulty.length < all.length && (
        <FormControlLabel
          control={
            <Checkbox checked={isOnlyFaults} onChange={(event) => setOnlyFaults(event.target.checked)} />
          }
          label={t('editing.onlyFaulty')}
        />
      )}
      <Sideways label={t('editing.pasted')}>
        <Table size="small">
          <Heading table={table} />
          <TableBody>
            {rows.slice((at - 1) * PER_PAGE, at * PER_PAGE).map((row) => (
              <PastedLine key={row.number} resource={resource} table={table} row={row} />
            ))}
          </TableBody>
        </Table>
      </Sideways>
      <Pages count={pages} page={at} onChange={setPage} />
    </>
  );
}

function Heading({ table }: { table: PastedRows }) {
  const t = useT();
  const language = useLanguage();
  return (
    <TableHead>
      <TableRow sx={{ '& > th': { verticalAlign: 'top' } }}>
        <TableCell sx={{ width: '1px' }}>{t('imports.row')}</TableCell>
        {table.roles.map((_role, at) => (
          <TableCell key={at}>
            <RoleChoice table={table} at={at} />
          </TableCell>
        ))}
        {table.missing.map((column) => (
          <TableCell key={column.name} sx={{ minWidth: 180, whiteSpace: 'normal' }}>
            <div>{column.label[language]}</div>
            <Fill table={table} column={column} />
          </TableCell>
        ))}
        <TableCell sx={{ width: '1px' }}>
          <Unseen>{t('register.list.actions')}</Unseen>
        </TableCell>
      </TableRow>
    </TableHead>
  );
}

/** What a row must have and was not pasted: said once, it holds for every row that has none. */
function Fill({ table, column }: { table: PastedRows; column: Column }) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  return (
    <>
      <CellInput
        column={column}
        label={t('editing.forAll', { column: column.label[language] })}
        placeholder={t('editing.forAllShort')}
        text={table.fills[column.name] ?? ''}
        describedBy={column.asked && id}
        onCommit={(text) => table.fill(column.name, text)}
      />
      {column.asked && (
        <Typography id={id} variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
          {column.help[language]}
        </Typography>
      )}
    </>
  );
}

function RoleChoice({ table, at }: { table: PastedRows; at: number }) {
  const t = useT();
  const language = useLanguage();
  const sample = table.pasted.rows[0]?.[at] ?? '';
  return (
    <NativeSelect
      value={table.roles[at]?.name ?? ''}
      onChange={(event) =>
        table.setRole(
          at,
          table.choices.find(({ name }) => name === event.target.value),
        )
      }
      inputProps={{ 'aria-label': t('pasting.columnIs', { column: sample || String(at + 1) }) }}
      sx={{ fontSize: '0.8125rem', minWidth: 110 }}
    >
      <option value="">{t('pasting.roles.none')}</option>
      {table.choices.map((column) => (
        <option key={column.name} value={column.name}>
          {column.label[language]}
        </option>
      ))}
    </NativeSelect>
  );
}
