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
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useNames, useT } from '../../i18n/use-t';
import { Failed } from '../page/Failed';
import { Waiting } from '../page/Waiting';

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
    <Box
      className="sideways"
      sx={{ overflowX: 'auto' }}
      tabIndex={0}
      role="group"
      aria-label={many(resource)}
    >
      <Rows resource={resource} records={data} columns={columns} />
      {total > data.length && (
        <MuiLink component={Link} to={all} sx={{ display: 'inline-block', py: 3 }}>
          {`${many(resource)}: ${number(total)}`}
        </MuiLink>
      )}
    </Box>
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
