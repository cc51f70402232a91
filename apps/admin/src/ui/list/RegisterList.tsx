import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { ListBase, useCanAccess, useListContext, type RaRecord } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useNames, useT } from '../../i18n/use-t';
import { Failed } from '../page/Failed';
import { Message } from '../page/Message';
import { Page } from '../page/Page';
import { Waiting } from '../page/Waiting';
import { useIsNarrow } from '../use-is-narrow';
import { CardList } from './CardList';
import { ChosenRows } from './ChosenRows';
import { ListPager } from './ListPager';
import { ListTable } from './ListTable';
import { ListTools } from './ListTools';
import type { RegisterListProps } from './register-list-props';
import { useView } from './use-view';
import { columnsOf } from './visible-columns';

/** One kind of record as a list: found, filtered, chosen, exported; each view has an address of its own. */
export function RegisterList<T extends RaRecord<string>>(props: RegisterListProps<T>) {
  return (
    <ListBase<T> resource={props.resource} sort={props.sort} perPage={25} empty={false}>
      <ListPage {...props} />
    </ListBase>
  );
}

function ListPage<T extends RaRecord<string>>(props: RegisterListProps<T>) {
  const { resource, filters, primaryAction, lead } = props;
  const { many } = useNames();
  const t = useT();
  const { number } = useFormat();
  const { total } = useListContext<T>();
  const count =
    total === undefined
      ? ' '
      : t('register.list.count', { smart_count: total }).replace(String(total), number(total));
  return (
    <Page
      title={many(resource)}
      help={resource}
      below={
        <>
          {lead !== undefined && <div>{lead}</div>}
          <span role="status">{count}</span>
        </>
      }
      actions={primaryAction ?? <AddButton resource={resource} />}
    >
      <ListTools
        resource={resource}
        filters={filters}
        hasSearch={props.hasSearch ?? true}
        columns={columnsOf(props)}
        hasExport={props.hasExport ?? true}
      />
      <Rows {...props} />
    </Page>
  );
}

function Rows<T extends RaRecord<string>>(props: RegisterListProps<T>) {
  const isNarrow = useIsNarrow();
  const { error, isPending, total, refetch } = useListContext<T>();
  const { filters } = useView();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (total === 0) {
    return (
      <ChosenRows {...props}>
        <Nothing {...props} isFiltered={Object.keys(filters).length > 0} />
      </ChosenRows>
    );
  }
  return (
    <ChosenRows {...props}>
      {isNarrow ? <CardList {...props} /> : <ListTable {...props} />}
      <ListPager />
    </ChosenRows>
  );
}

interface NothingProps {
  resource: string;
  isFiltered: boolean;
  emptyText?: string;
  emptyAction?: ReactNode;
}

function Nothing({ resource, isFiltered, emptyText, emptyAction }: NothingProps) {
  const t = useT();
  const { setFilters } = useView();
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  if (!isFiltered) {
    return (
      <Message
        title={t('register.list.emptyTitle')}
        text={emptyText ?? t(canAccess ? 'register.list.empty' : 'register.list.emptyReadOnly')}
      >
        {emptyAction ?? (emptyText === undefined && <FirstSteps resource={resource} />)}
      </Message>
    );
  }
  return (
    <Message title={t('register.list.nothingTitle')} text={t('register.list.nothing')}>
      <Button variant="outlined" onClick={() => setFilters({})}>
        {t('register.list.clear')}
      </Button>
    </Message>
  );
}

/** Adding one by hand, or all of them from a workbook. */
function FirstSteps({ resource }: { resource: string }) {
  const t = useT();
  const { canAccess: mayImport } = useCanAccess({ resource: 'imports', action: 'create' });
  return (
    <>
      <AddButton resource={resource} />
      {mayImport && resource !== 'users' && (
        <Button component={Link} to="/imports">
          {t('imports.title')}
        </Button>
      )}
    </>
  );
}

export function AddButton({ resource }: { resource: string }) {
  const { add } = useNames();
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  if (!canAccess) return null;
  return (
    <Button variant="outlined" startIcon={<AddIcon />} component={Link} to={`/${resource}/create`}>
      {add(resource)}
    </Button>
  );
}
