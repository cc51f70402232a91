import { Box, Checkbox, TableCell, TableRow } from '@mui/material';
import {
  DataTable,
  DataTableBody,
  DataTableHead,
  useCanAccess,
  useDataTableCallbacksContext,
  useDataTableConfigContext,
  useDataTableSelectedIdsContext,
  useListContext,
  useRecordContext,
  useStore,
} from 'react-admin';
import { useContext, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { CellGrid } from '../editing/CellGrid';
import { editableFields } from '../editing/editable';
import { Unseen } from '../page/Unseen';
import type { RegisterListProps } from './register-list-props';
import { DENSITY } from './density';
import { RowContext, type Row } from './row-context';

/** The rows as a table; its first column is a real link, its checkboxes say which row they choose. */
export function ListTable<T extends Row>({ children, hiddenColumns }: RegisterListProps<T>) {
  const { isPlaceholderData } = useListContext<T>();
  const { hasChoice, resource } = useContext(RowContext);
  const { canAccess: mayEdit = false } = useCanAccess({ resource, action: 'edit' });
  const hasGrid = mayEdit && editableFields(resource).length > 0;
  const [density] = useStore<'small' | 'medium'>(DENSITY, 'small');
  const table = (
    <DataTable<T>
      rowClick={false}
      size={density}
      bulkActionButtons={hasChoice && <></>}
      bulkActionsToolbar={<></>}
      head={Head}
      body={Body}
      {...(hiddenColumns && { hiddenColumns })}
    >
      {children}
    </DataTable>
  );
  return (
    // Rows of the former filters are shown as such until the new ones are here.
    <Box
      aria-busy={isPlaceholderData}
      className="sideways"
      sx={{ opacity: isPlaceholderData ? 0.45 : 1, overflowX: 'auto', ...TABLE }}
    >
      {hasGrid ? <CellGrid resource={resource}>{table}</CellGrid> : table}
    </Box>
  );
}

const TABLE = {
  borderTop: 1,
  borderColor: 'divider',
  '& thead .MuiTableCell-root': { bgcolor: 'background.default' },
  '& tbody td:not(:has(*))': { maxWidth: 320 },
  '& .row-actions': { textAlign: 'right', whiteSpace: 'nowrap', width: '1px' },
};

function Head({ children }: { children?: ReactNode }) {
  const t = useT();
  const { actions } = useContext(RowContext);
  return (
    <DataTableHead>
      {children}
      {actions && (
        <TableCell className="row-actions">
          <Unseen>{t('register.list.actions')}</Unseen>
        </TableCell>
      )}
    </DataTableHead>
  );
}

function Body({ children }: { children?: ReactNode }) {
  return <DataTableBody row={TableLine as never}>{children}</DataTableBody>;
}

function TableLine({ children }: { children?: ReactNode }) {
  const record = useRecordContext<Row>();
  const { resource, actions, to } = useContext(RowContext);
  const navigate = useNavigate();
  if (!record) return null;
  return (
    <TableRow
      hover
      sx={{ cursor: 'pointer' }}
      onClick={(event) => {
        // A link in the row leads there itself, in a new tab too: the way back would take two steps.
        if ((event.target as Element).closest('a')) return;
        void navigate(to?.(record) ?? `/${resource}/${record.id}/show`);
      }}
    >
      <ChooseCell record={record} />
      {children}
      {actions && (
        <TableCell
          className="row-actions"
          onClick={(event) => event.stopPropagation()}
          sx={{ cursor: 'default' }}
        >
          {actions(record)}
        </TableCell>
      )}
    </TableRow>
  );
}

function ChooseCell({ record }: { record: Row }) {
  const t = useT();
  const { nameOf } = useContext(RowContext);
  const { hasBulkActions } = useDataTableConfigContext();
  const { handleToggleItem } = useDataTableCallbacksContext();
  const chosen = useDataTableSelectedIdsContext() ?? [];
  if (!hasBulkActions || !handleToggleItem) return null;
  return (
    <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="small"
        checked={chosen.includes(record.id)}
        onClick={(event) => handleToggleItem(record.id, event)}
        slotProps={{ input: { 'aria-label': t('register.list.selectRow', { name: nameOf(record) }) } }}
      />
    </TableCell>
  );
}
