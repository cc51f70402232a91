import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { EditionCell, FigureUnit } from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';

interface CellBarsProps {
  /** What the cells are, such as “Provincie”. */
  head: string;
  caption: string;
  cells: readonly EditionCell[];
  unit: FigureUnit;
}

/** A breakdown as table and picture in one: every row has its bar, from zero, and prints as it is. */
export function CellBars({ head, caption, cells, unit }: CellBarsProps) {
  const t = useT();
  const { figure: write } = useFormat();
  const top = Math.max(...cells.map(({ value }) => Number(value ?? 0)), 0);
  return (
    <Table size="small" sx={{ mb: 6, '& tr': { breakInside: 'avoid' } }} aria-label={caption}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: { xs: '50%', sm: '34%' }, pl: 0 }}>{head}</TableCell>
          <TableCell align="right" sx={{ width: { xs: '50%', sm: '22%' } }}>
            {t('reports.value')}
          </TableCell>
          <TableCell aria-hidden sx={{ display: { xs: 'none', sm: 'table-cell' }, pr: 0 }} />
        </TableRow>
      </TableHead>
      <TableBody>
        {cells.map(({ key, label, value, suppressed }) => (
          <TableRow key={key}>
            <TableCell component="th" scope="row" sx={{ pl: 0, overflowWrap: 'anywhere' }}>
              {label}
            </TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {suppressed ? t('reports.suppressed') : write(value, unit)}
            </TableCell>
            <TableCell aria-hidden sx={{ display: { xs: 'none', sm: 'table-cell' }, pr: 0 }}>
              <Bar share={top === 0 ? 0 : Number(value ?? 0) / top} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Drawn, not coloured as a background: printers leave those out. */
function Bar({ share }: { share: number }) {
  return (
    <svg width="100%" height={12} style={{ display: 'block' }}>
      <rect width={`${share * 100}%`} height={12} fill="#0072B2" />
    </svg>
  );
}
