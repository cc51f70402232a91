import { Button, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';

export interface ChartRow {
  key: string;
  label: string;
  to?: string;
  values: readonly number[];
}

/** The numbers behind a picture. */
export function ChartTable({ heads, rows }: { heads: readonly string[]; rows: readonly ChartRow[] }) {
  const { number } = useFormat();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {heads.map((head, index) => (
            <TableCell key={head} {...(index > 0 && { align: 'right' as const })}>
              {head}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, label, to, values }) => (
          <TableRow key={key}>
            <TableCell component="th" scope="row">
              {to === undefined ? (
                label
              ) : (
                <MuiLink component={Link} to={to} sx={{ color: 'inherit' }}>
                  {label}
                </MuiLink>
              )}
            </TableCell>
            {values.map((value, index) => (
              <TableCell key={heads[index + 1]} align="right">
                {number(value)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** One click from a picture to its numbers, and back. */
export function TableSwitch({
  isTable,
  onChange,
}: {
  isTable: boolean;
  onChange: (isTable: boolean) => void;
}) {
  const t = useT();
  return (
    <Button size="small" className="no-print" onClick={() => onChange(!isTable)}>
      {t(isTable ? 'dashboard.asChart' : 'dashboard.asTable')}
    </Button>
  );
}
