import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Series } from '../providers/targets';
import { Day, Muted } from '../ui/fields/values';

/** The numbers behind the chart. */
export function SeriesTable({ series: { periods, unit } }: { series: Series }) {
  const t = useT();
  const { figure } = useFormat();
  return (
    <Box
      sx={{ overflowX: 'auto', maxWidth: 720 }}
      tabIndex={0}
      role="group"
      aria-label={t('targets.seriesTitle')}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('targets.period')}</TableCell>
            <TableCell align="right">{t('targets.knownNow')}</TableCell>
            <TableCell align="right">{t('targets.knownThen')}</TableCell>
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
                {thenKnownAt === null ? <Muted>{t('targets.nothingYet')}</Muted> : figure(asKnownThen, unit)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
