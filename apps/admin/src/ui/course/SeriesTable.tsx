import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Series } from '../../providers/series';
import { Day, Muted } from '../fields/values';

/** The numbers behind the chart. */
export function SeriesTable({ series: { periods, unit } }: { series: Series }) {
  const t = useT();
  const { figure } = useFormat();
  return (
    <Box
      className="sideways"
      sx={{ overflowX: 'auto', maxWidth: 720 }}
      tabIndex={0}
      role="group"
      aria-label={t('course.title')}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('course.period')}</TableCell>
            <TableCell align="right">{t('course.knownNow')}</TableCell>
            <TableCell align="right">{t('course.knownThen')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {periods.map(({ period, on, asKnownNow, asKnownThen, thenKnownAt }) => (
            <TableRow key={period}>
              <TableCell component="th" scope="row">
                <Day date={on} />
              </TableCell>
              <TableCell align="right">{figure(asKnownNow, unit)}</TableCell>
              <TableCell align="right">
                {thenKnownAt === null ? <Muted>{t('course.nothingYet')}</Muted> : figure(asKnownThen, unit)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
