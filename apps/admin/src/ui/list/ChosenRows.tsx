import { useCanAccess } from 'react-admin';
import type { ContextType } from 'react';
import { editableFields } from '../editing/editable';
import { BulkBar } from './BulkBar';
import type { RegisterListProps } from './register-list-props';
import { RowContext, type Row } from './row-context';

/** Around the rows of a list, as a table or as cards: what they have in common, and what is done with chosen ones. */
export function ChosenRows<T extends Row>(props: RegisterListProps<T>) {
  const { resource, nameOf, rowActions, to, hasBulk = true, moreBulkActions, children } = props;
  const { canAccess: mayDelete = false } = useCanAccess({ resource, action: 'delete' });
  const { canAccess: mayEdit = false } = useCanAccess({ resource, action: 'edit' });
  const hasChoice = hasBulk && (mayDelete || (mayEdit && editableFields(resource).length > 0));
  const ways = { resource, nameOf, actions: rowActions, to, hasChoice, mayDelete };
  return (
    <RowContext.Provider value={ways as unknown as ContextType<typeof RowContext>}>
      {hasChoice && <BulkBar more={moreBulkActions} />}
      {children}
    </RowContext.Provider>
  );
}
