import { Button } from '@mui/material';
import { ShowBase, useCanAccess, useShowContext, type RaRecord } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../../i18n/use-t';
import { Comments } from '../comments/Comments';
import { DeleteButton } from './DeleteButton';
import { FailedPage } from './FailedPage';
import { Page } from './Page';
import { Waiting } from './Waiting';

interface ShowPageProps<T> {
  resource: string;
  nameOf: (record: T) => string;
  below?: (record: T) => ReactNode;
  actions?: (record: T) => ReactNode;
  /** Of a record that nobody can change or delete. */
  isReadOnly?: (record: T) => boolean;
  children: (record: T) => ReactNode;
}

/** What is not there is said on the page itself; react-admin would go to the list, with a note that passes by. */
const QUERY = { retry: false, onError: () => undefined };

/** One record on a page of its own. */
export function ShowPage<T extends RaRecord<string>>(props: ShowPageProps<T>) {
  return (
    <ShowBase<T> resource={props.resource} queryOptions={QUERY} disableAuthentication>
      <ShowView {...props} />
    </ShowBase>
  );
}

function ShowView<T extends RaRecord<string>>({
  resource,
  nameOf,
  below,
  actions,
  isReadOnly = () => false,
  children,
}: ShowPageProps<T>) {
  const { many } = useNames();
  const { record, error, refetch } = useShowContext<T>();
  if (error && !record) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!record) return <Waiting />;
  return (
    <Page
      title={nameOf(record)}
      above={
        <Link to={`/${resource}`} style={{ color: 'inherit' }}>
          {many(resource)}
        </Link>
      }
      below={below?.(record)}
      actions={
        <>
          {actions?.(record)}
          {!isReadOnly(record) && (
            <>
              <EditButton resource={resource} id={record.id} />
              <DeleteButton resource={resource} record={record} name={nameOf(record)} />
            </>
          )}
        </>
      }
    >
      {children(record)}
      <Comments resource={resource} recordId={record.id} />
    </Page>
  );
}

function EditButton({ resource, id }: { resource: string; id: string }) {
  const t = useT();
  const { canAccess } = useCanAccess({ resource, action: 'edit' });
  if (!canAccess) return null;
  return (
    <Button variant="outlined" component={Link} to={`/${resource}/${id}`}>
      {t('register.record.edit')}
    </Button>
  );
}
