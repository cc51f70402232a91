import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useNames, useT } from '../../i18n/use-t';
import { ValueText } from '../history/ValueText';
import { useRowName } from '../list/row-context';
import { useIsNarrow } from '../use-is-narrow';
import { useWhy } from '../use-error-text';
import { valueOf, type Rehearsed } from './use-rehearsal';

interface BulkPreviewProps {
  resource: string;
  field: string;
  rehearsed: readonly Rehearsed[];
}

/** Row by row what the field is and what it becomes; what stays and what cannot are said. */
export function BulkPreview(props: BulkPreviewProps) {
  const t = useT();
  const isNarrow = useIsNarrow();
  const count = (kind: Rehearsed['kind']): number =>
    props.rehearsed.filter((row) => row.kind === kind).length;
  const said = [
    t('editing.changing', { smart_count: count('CHANGES') }),
    count('SAME') > 0 && t('editing.staying', { smart_count: count('SAME') }),
    count('REFUSED') > 0 && t('editing.failing', { smart_count: count('REFUSED') }),
  ];
  return (
    // Words stay whole; only one that is wider than its place is broken.
    <Box sx={{ overflowWrap: 'break-word' }}>
      <Typography role="status" sx={{ fontWeight: 600, mb: 2 }}>
        {said.filter(Boolean).join(' · ')}
      </Typography>
      {isNarrow ? <Cards {...props} /> : <Columns {...props} />}
      {count('REFUSED') > 0 && <Typography sx={{ mt: 3 }}>{t('editing.failingStay')}</Typography>}
    </Box>
  );
}

/** On a phone: under each name what it was and what it becomes. */
function Cards({ resource, field, rehearsed }: BulkPreviewProps) {
  const nameOf = useRowName();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rehearsed.map((row) => (
        <Box component="li" key={row.record.id} sx={{ borderTop: 1, borderColor: 'divider', py: 3 }}>
          <Typography sx={{ fontWeight: 600 }}>{nameOf(row.record)}</Typography>
          <Box sx={{ color: 'text.secondary' }}>
            <Now resource={resource} field={field} row={row} />
            {row.kind === 'CHANGES' ? ' → ' : ' · '}
            <Becomes resource={resource} field={field} row={row} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Columns({ resource, field, rehearsed }: BulkPreviewProps) {
  const t = useT();
  const nameOf = useRowName();
  const { one, field: fieldName } = useNames();
  return (
    <Table size="small" sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: '44%' }}>{one(resource)}</TableCell>
          <TableCell>{fieldName(resource, field)}</TableCell>
          <TableCell>{t('editing.becomes')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rehearsed.map((row) => (
          <TableRow key={row.record.id} sx={{ '& > th, & > td': { verticalAlign: 'top' } }}>
            <TableCell component="th" scope="row">
              {nameOf(row.record)}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>
              <Now resource={resource} field={field} row={row} />
            </TableCell>
            <TableCell>
              <Becomes resource={resource} field={field} row={row} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface OfRow {
  resource: string;
  field: string;
  row: Rehearsed;
}

const Now = ({ resource, field, row: { record } }: OfRow) => (
  <ValueText resource={resource} field={field} value={valueOf(record, field)} />
);

function Becomes({ resource, field, row }: OfRow) {
  const t = useT();
  const why = useWhy();
  switch (row.kind) {
    case 'CHANGES':
      return (
        <Box component="span" sx={{ color: 'text.primary', fontWeight: 600 }}>
          <ValueText resource={resource} field={field} value={row.to} />
        </Box>
      );
    case 'SAME':
      return (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('editing.stays')}
        </Box>
      );
    case 'REFUSED':
      return (
        <Box component="span" sx={{ color: 'error.main' }}>
          {why(row.error)}
        </Box>
      );
  }
}
