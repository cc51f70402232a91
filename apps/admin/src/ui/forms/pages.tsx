import { kindOf } from '@fieldlab/domain';
import { CreateBase, EditBase, useEditContext, useNotify, useRedirect, type RaRecord } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useNames, useT } from '../../i18n/use-t';
import { refusalOf } from '../../providers/http';
import type { Versioned } from '../../providers/records';
import { Page } from '../page/Page';
import { Waiting } from '../page/Waiting';
import { TextInput } from '../inputs/fields';
import { useOwnCentre } from '../people/use-own-centre';
import { useErrorText } from '../use-error-text';
import { ConflictDialog, type Conflict } from './ConflictDialog';
import { FormBody } from './FormBody';
import { TypedWork } from './typed-work';
import { useSavedNotice, type Change } from './use-saved-notice';

interface CreatePageProps {
  resource: string;
  children: ReactNode;
  defaultValues?: object;
  redirect?: 'show' | 'list';
}

export function CreatePage({ resource, children, defaultValues, redirect = 'show' }: CreatePageProps) {
  const { add } = useNames();
  const onError = useFailure();
  const work = useTypedWork();
  const onSuccess = useSaved(resource, redirect, work);
  const own = useOwnCentre();
  return (
    <CreateBase<RaRecord<string> & Versioned>
      resource={resource}
      mutationOptions={{ onError, onSuccess: (made) => onSuccess(made) }}
    >
      <Page title={add(resource)}>
        <FormBody
          resource={resource}
          work={work}
          defaultValues={{ ...presetOf(resource, own), ...defaultValues }}
        >
          {children}
        </FormBody>
      </Page>
    </CreateBase>
  );
}

/** Who coordinates one centre need not say which. */
function presetOf(resource: string, own: string | null): object {
  if (own === null) return {};
  const { centreId, centreIds } = kindOf(resource)?.fields ?? {};
  if (centreId) return { centreId: own };
  return centreIds ? { centreIds: [own] } : {};
}

interface EditPageProps<T> {
  resource: string;
  nameOf: (record: T) => string;
  children: ReactNode;
  redirect?: 'show' | 'list';
  actions?: (record: T) => ReactNode;
}

/** Changes one record, on the version that the reader saw. */
export function EditPage<T extends RaRecord<string> & Versioned>({
  resource,
  nameOf,
  children,
  redirect = 'show',
  actions,
}: EditPageProps<T>) {
  const t = useT();
  const [conflict, setConflict] = useState<Conflict | undefined>(undefined);
  const failed = useFailure();
  const work = useTypedWork();
  const onSuccess = useSaved(resource, redirect, work);
  const onError = (error: unknown, variables?: { data?: unknown; previousData?: unknown }): void => {
    if (refusalOf(error).status === 412)
      setConflict({ yours: variables?.data as object, original: variables?.previousData as T });
    else failed(error);
  };
  return (
    <EditBase<T>
      resource={resource}
      mutationMode="pessimistic"
      mutationOptions={{
        onError,
        onSuccess: (now, { previousData, data = {} }) =>
          onSuccess(now, { before: previousData as T, sent: data }),
      }}
    >
      <EditView resource={resource} work={work} nameOf={nameOf} {...(actions && { actions })}>
        {children}
        <TextInput source="reason" rows={2} label={t('register.record.reason')} />
      </EditView>
      {conflict && (
        <ConflictDialog resource={resource} conflict={conflict} onClose={() => setConflict(undefined)} />
      )}
    </EditBase>
  );
}

function EditView<T extends RaRecord<string>>({
  resource,
  work,
  nameOf,
  children,
  actions,
}: EditPageProps<T> & { work: TypedWork }) {
  const t = useT();
  const { record } = useEditContext<T>();
  if (!record) return <Waiting />;
  return (
    <Page title={t('register.form.change', { name: nameOf(record) })} actions={actions?.(record)}>
      <FormBody resource={resource} work={work}>
        {children}
      </FormBody>
    </Page>
  );
}

/** What is typed on this page, which its address tells from all others. */
function useTypedWork(): TypedWork {
  const { pathname, search } = useLocation();
  const [work] = useState(() => new TypedWork(pathname + search));
  return work;
}

/** Says what went wrong; faults in fields stand at the fields as well. */
function useFailure(): (error: unknown) => void {
  const notify = useNotify();
  const redirect = useRedirect();
  const text = useErrorText();
  return (error) => {
    const { status } = refusalOf(error);
    if (status === 401) redirect('/login');
    else notify(text(error), { type: 'error' });
  };
}

/** Says that it was saved and leads on; what was made or changed can be taken back, as a deletion can. */
function useSaved(resource: string, redirectTo: 'show' | 'list', work: TypedWork) {
  const redirect = useRedirect();
  const say = useSavedNotice(resource);
  return <T extends RaRecord<string> & Versioned>(now: T, change?: Change<T>): void => {
    work.end();
    redirect(redirectTo, resource, now.id, now);
    say(now, change);
  };
}
