import {
  Box,
  NativeSelect,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useT } from '../i18n/use-t';
import { Sideways } from '../ui/page/Sideways';
import { useIsNarrow } from '../ui/use-is-narrow';
import type { Line, LineFault } from './lines';
import { LineMatch } from './LineMatch';
import { ROLES, type Role } from './roles';
import type { Firms, MeantLine } from './use-firms';
import type { PastedList } from './use-list';

interface LinesTableProps {
  list: PastedList;
  firms: Firms;
  faults: ReadonlyMap<string, string[]>;
}

/** What was pasted, with what each column holds and whom each row means. */
export function LinesTable(props: LinesTableProps) {
  const isNarrow = useIsNarrow();
  return isNarrow ? <Cards {...props} /> : <Grid {...props} />;
}

function Grid({ list, firms, faults }: LinesTableProps) {
  const t = useT();
  return (
    <Sideways label={t('pasting.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '1px' }}>{t('imports.row')}</TableCell>
            {list.roles.map((_role, column) => (
              <TableCell key={column} sx={{ verticalAlign: 'top' }}>
                <RoleChoice list={list} column={column} />
              </TableCell>
            ))}
            <TableCell sx={{ width: '40%' }}>{t('pasting.inRegister')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {firms.read.map((read) => (
            <TableRow key={read.line.row} sx={{ '& > td': { verticalAlign: 'top' } }}>
              <TableCell sx={{ color: 'text.secondary' }}>{read.line.row}</TableCell>
              {list.roles.map((_role, column) => (
                <Cell key={column} list={list} line={read.line} column={column} />
              ))}
              <TableCell>
                <LineMatch read={read} list={list} firms={firms} faults={faults} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sideways>
  );
}

function Cell({ list, line, column }: { list: PastedList; line: Line; column: number }) {
  const role = list.roles[column];
  const fault = line.faults.find((one) => one === role);
  return (
    <TableCell sx={{ color: role === 'none' ? 'text.secondary' : 'text.primary', overflowWrap: 'anywhere' }}>
      {fault ? <Mend list={list} line={line} fault={fault} /> : list.block[line.row - 1]?.[column]}
    </TableCell>
  );
}

/** A cell that cannot be read, mendable in place; what is typed counts when one leaves it. */
function Mend({ list, line, fault }: { list: PastedList; line: Line; fault: LineFault }) {
  const t = useT();
  const column = list.roles.indexOf(fault);
  const commit = (input: HTMLInputElement): void => list.mend(line.row, column, input.value);
  return (
    <TextField
      fullWidth
      variant="standard"
      error
      defaultValue={list.block[line.row - 1]?.[column] ?? ''}
      helperText={t(`pasting.faults.${fault}`)}
      onBlur={(event) => commit(event.target as HTMLInputElement)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.target as HTMLInputElement)}
      slotProps={{
        htmlInput: {
          'aria-label': `${t(`pasting.roles.${fault}`)}, ${t('imports.row').toLowerCase()} ${line.row}`,
        },
      }}
      sx={{ minWidth: 110, '& input': { fontSize: '0.875rem', fontWeight: 600 } }}
    />
  );
}

/** On a phone: first the columns, then the rows as cards. */
function Cards({ list, firms, faults }: LinesTableProps) {
  const t = useT();
  return (
    <>
      <Box component="ul" aria-label={t('pasting.columns')} sx={PLAIN}>
        {list.roles.map((_role, column) => (
          <Box component="li" key={column} sx={{ ...ROW, gridTemplateColumns: '1fr 1fr' }}>
            <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{sampleOf(list, column)}</Box>
            <RoleChoice list={list} column={column} />
          </Box>
        ))}
      </Box>
      <Box component="ul" aria-label={t('pasting.title')} sx={{ ...PLAIN, mt: 5 }}>
        {firms.read.map((read) => (
          <Box component="li" key={read.line.row} sx={ROW}>
            <CardText read={read} list={list} />
            <LineMatch read={read} list={list} firms={firms} faults={faults} />
          </Box>
        ))}
      </Box>
    </>
  );
}

function CardText({ read: { line }, list }: { read: MeantLine; list: PastedList }) {
  const others = list.block[line.row - 1]?.filter((cell) => cell !== '' && cell !== line.name) ?? [];
  return (
    <>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{line.name || line.number}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        {others.join(' · ')}
      </Box>
      {line.faults.map((fault) => (
        <Mend key={fault} list={list} line={line} fault={fault} />
      ))}
    </>
  );
}

const PLAIN = { listStyle: 'none', m: 0, p: 0 };
const ROW = { display: 'grid', gap: 1, py: 2, borderBottom: 1, borderColor: 'divider' };

const sampleOf = ({ block, hasHeader }: PastedList, column: number): string =>
  (hasHeader ? block.slice(0, 2) : block.slice(0, 1)).map((row) => row[column] ?? '').join(': ');

function RoleChoice({ list, column }: { list: PastedList; column: number }) {
  const t = useT();
  const head = list.hasHeader ? (list.block[0]?.[column] ?? '') : '';
  return (
    <>
      <NativeSelect
        value={list.roles[column] ?? 'none'}
        onChange={(event) => list.setRole(column, event.target.value as Role)}
        inputProps={{ 'aria-label': t('pasting.columnIs', { column: head || String(column + 1) }) }}
        sx={{ fontSize: '0.8125rem', minWidth: 120 }}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`pasting.roles.${role}`)}
          </option>
        ))}
      </NativeSelect>
      {head !== '' && <Box sx={{ fontWeight: 400, display: { xs: 'none', md: 'block' }, mt: 1 }}>{head}</Box>}
    </>
  );
}
