import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useNames, useT } from '../../i18n/use-t';
import { ValueText } from '../history/ValueText';
import { useRowName } from '../list/row-context';
import { Sideways } from '../page/Sideways';
import { useWhy } from '../use-error-text';
import { valueOf, type Rehearsed } from './use-rehearsal';

interface BulkPreviewProps {
  resource: string;
  field: string;
  rehearsed: readonly Rehearsed[];
}

/** Row by row what the field is and what it becomes; what stays and what cannot are said. */
export function BulkPreview({ resource, field, rehearsed }: BulkPreviewProps) {
  const t = useT();
  const nameOf = useRowName();
  const { one, field: fieldName } = useNames();
  const count = (kind: Rehearsed['kind']): number => rehearsed.filter((row) => row.kind === kind).length;
  const said = [
    t('editing.changing', { smart_count: count('CHANGES') }),
    count('SAME') > 0 && t('editing.staying', { smart_count: count('SAME') }),
    count('REFUSED') > 0 && t('editing.failing', { smart_count: count('REFUSED') }),
  ];
  return (
    <Box>
      <Typography role="status" sx={{ fontWeight: 600, mb: 2 }}>
        {said.filter(Boolean).join(' · ')}
      </Typography>
      <Sideways label={t('editing.preview')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{one(resource)}</TableCell>
              <TableCell>{fieldName(resource, field)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rehearsed.map((row) => (
              <TableRow
                key={row.record.id}
                sx={{ '& > *': { verticalAlign: 'top', overflowWrap: 'anywhere' } }}
              >
                <TableCell component="th" scope="row" sx={{ width: '45%' }}>
                  {nameOf(row.record)}
                </TableCell>
                <TableCell>
                  <Becomes resource={resource} field={field} row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Sideways>
      {count('REFUSED') > 0 && <Typography sx={{ mt: 2 }}>{t('editing.failingStay')}</Typography>}
    </Box>
  );
}

function Becomes({ resource, field, row }: { resource: string; field: string; row: Rehearsed }) {
  const t = useT();
  const why = useWhy();
  const now = <ValueText resource={resource} field={field} value={valueOf(row.record, field)} />;
  switch (row.kind) {
    case 'CHANGES':
      return (
        <>
          {now} → <ValueText resource={resource} field={field} value={row.to} />
        </>
      );
    case 'SAME':
      return (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {now} · {t('editing.stays')}
        </Box>
      );
    case 'REFUSED':
      return (
        <>
          {now} ·{' '}
          <Box component="span" sx={{ color: 'error.main' }}>
            {why(row.error)}
          </Box>
        </>
      );
  }
}
