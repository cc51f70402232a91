import { Button } from '@mui/material';
import { ShowBase, useCanAccess, useRedirect, useShowContext, type RaRecord } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../../i18n/use-t';
import { useDeletion } from '../use-deletion';
import { DeleteDialog } from './DeleteDialog';
import { Failed } from './Failed';
import { Page } from './Page';
import { Waiting } from './Waiting';

interface ShowPageProps<T> {
  resource: string;
  nameOf: (record: T) => string;
  below?: (record: T) => ReactNode;
  actions?: (record: T) => ReactNode;
  children: (record: T) => ReactNode;
}

/** One record on a page of its own. */
export function ShowPage<T extends RaRecord<string>>(props: ShowPageProps<T>) {
  return (
    <ShowBase<T> resource={props.resource} queryOptions={{ retry: false }} disableAuthentication>
      <ShowView {...props} />
    </ShowBase>
  );
}

function ShowView<T extends RaRecord<string>>({
  resource,
  nameOf,
  below,
  actions,
  children,
}: ShowPageProps<T>) {
  const { many } = useNames();
  const { record, error, refetch } = useShowContext<T>();
  if (error && !record) return <Failed error={error} onRetry={() => void refetch()} />;
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
          <EditButton resource={resource} id={record.id} />
          <DeleteButton resource={resource} record={record} name={nameOf(record)} />
        </>
      }
    >
      {children(record)}
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

function DeleteButton({
  resource,
  record,
  name,
}: {
  resource: string;
  record: RaRecord<string>;
  name: string;
}) {
  const t = useT();
  const redirect = useRedirect();
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  const { remove, isBusy } = useDeletion(resource);
  const [isAsking, setAsking] = useState(false);
  if (!canAccess) return null;
  const confirm = async (reason: string): Promise<void> => {
    const isGone = await remove(record, reason);
    setAsking(false);
    if (isGone) redirect('list', resource);
  };
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('register.record.delete')}
      </Button>
      {isAsking && (
        <DeleteDialog
          title={t('register.record.deleteTitle', { name })}
          isBusy={isBusy}
          onConfirm={(reason) => void confirm(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
