import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useGetList, type RaRecord, type SortPayload } from 'react-admin';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useNames, useT } from '../../i18n/use-t';
import { Failed } from '../page/Failed';
import { Sideways } from '../page/Sideways';
import { Waiting } from '../page/Waiting';
import { useIsNarrow } from '../use-is-narrow';

export interface RelatedColumn<T> {
  field: string;
  align?: 'right';
  render: (record: T) => ReactNode;
}

interface RelatedTableProps<T> {
  resource: string;
  filter: Readonly<Record<string, unknown>>;
  sort: SortPayload;
  columns: readonly RelatedColumn<T>[];
}

const SHOWN = 25;

/** The records of one kind that hang from the record of the page. */
export function RelatedTable<T extends RaRecord<string>>({
  resource,
  filter,
  sort,
  columns,
}: RelatedTableProps<T>) {
  const t = useT();
  const { many } = useNames();
  const { number } = useFormat();
  const isNarrow = useIsNarrow();
  const {
    data,
    total = 0,
    error,
    refetch,
  } = useGetList<T>(resource, { filter, sort, pagination: { page: 1, perPage: SHOWN } });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  if (data.length === 0)
    return (
      <Typography sx={{ color: 'text.secondary', py: 4 }}>{t('register.list.emptyReadOnly')}</Typography>
    );
  const all = `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <>
      {isNarrow ? (
        <Cards resource={resource} records={data} columns={columns} />
      ) : (
        <Sideways label={many(resource)}>
          <Rows resource={resource} records={data} columns={columns} />
        </Sideways>
      )}
      {total > data.length && (
        <MuiLink component={Link} to={all} sx={{ display: 'inline-block', py: 3 }}>
          {`${many(resource)}: ${number(total)}`}
        </MuiLink>
      )}
    </>
  );
}

interface RowsProps<T> {
  resource: string;
  records: readonly T[];
  columns: readonly RelatedColumn<T>[];
}

function Rows<T extends RaRecord<string>>({ resource, records, columns }: RowsProps<T>) {
  const { field } = useNames();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableCell key={column.field} {...(column.align && { align: column.align })}>
              {field(resource, column.field)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <TableRow key={record.id}>
            {columns.map((column) => (
              <TableCell key={column.field} {...(column.align && { align: column.align })}>
                {column.render(record)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The rows on a phone: below each other, the first value as their name, the others each with its own. */
function Cards<T extends RaRecord<string>>({ resource, records, columns }: RowsProps<T>) {
  const { field, many } = useNames();
  const [first, ...others] = columns;
  return (
    <Box component="ul" aria-label={many(resource)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {records.map((record) => (
        <Box
          component="li"
          key={record.id}
          sx={{ borderTop: 1, borderColor: 'divider', py: 3, '&:first-of-type': { borderTop: 0 } }}
        >
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{first?.render(record)}</Box>
          <Box component="dl" sx={PAIRS}>
            {others.map((column) => (
              <Fragment key={column.field}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {field(resource, column.field)}
                </Box>
                <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                  {column.render(record)}
                </Box>
              </Fragment>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const PAIRS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(96px, auto) minmax(0, 1fr)',
  columnGap: 4,
  rowGap: 0.5,
  m: 0,
  mt: 1,
  fontSize: '0.875rem',
};
