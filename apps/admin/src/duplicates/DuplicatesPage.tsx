import { Button } from '@mui/material';
import { useNotify, useStore } from 'react-admin';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useDecisions, useOpenDuplicates, type Duplicate } from '../providers/duplicates';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useAttempt } from '../ui/use-attempt';
import { useMay } from '../ui/use-may';
import { PairDesk } from './PairDesk';
import { PairList } from './PairList';

/** Companies that may be one, worked off a pair at a time or several at once. */
export default function DuplicatesPage() {
  const t = useT();
  const may = useMay()('duplicates', 'edit');
  const { asked, importId, waiting, later, postpone, begin, isList, setList } = useDesk();
  const { data, error, refetch } = asked;
  const [pair] = waiting;
  return (
    <Page
      title={t('duplicates.title')}
      help="duplicates"
      below={data && data.total > 0 ? t('duplicates.open', { smart_count: data.total }) : undefined}
      actions={may && <Actions isList={isList} onList={pair && (() => setList(!isList))} />}
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} />}
      {pair && <Work pair={pair} pairs={waiting} {...{ importId, may, isList }} onLater={postpone} />}
      {data && !pair && <Nothing may={may} postponed={later.size} onAgain={begin} />}
    </Page>
  );
}

/** The pairs that wait, of what the address asks for, without those that are for later. */
function useDesk() {
  const [params] = useSearchParams();
  const importId = params.get('importId') ?? undefined;
  const asked = useOpenDuplicates({ importId, companyId: params.get('companyId') ?? undefined });
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [isList, setList] = useStore('duplicates.asList', false);
  return {
    ...{ asked, importId, later, isList, setList },
    waiting: asked.data?.data.filter(({ id }) => !later.has(id)) ?? [],
    postpone: (ids: readonly string[]): void => setLater((before) => new Set([...before, ...ids])),
    begin: (): void => setLater(new Set()),
  };
}

interface ActionsProps {
  isList: boolean;
  /** Turns from one way to the other; without it there is nothing to show. */
  onList: (() => void) | undefined;
}

function Actions({ isList, onList }: ActionsProps) {
  const t = useT();
  return (
    <>
      {onList && (
        <Button variant="outlined" onClick={onList}>
          {t(isList ? 'duplicates.oneByOne' : 'duplicates.asList')}
        </Button>
      )}
      <ScanButton />
    </>
  );
}

interface WorkProps {
  pair: Duplicate;
  pairs: readonly Duplicate[];
  importId: string | undefined;
  may: boolean;
  isList: boolean;
  onLater: (ids: readonly string[]) => void;
}

function Work({ pair, pairs, importId, may, isList, onLater }: WorkProps) {
  if (isList && may) return <PairList pairs={pairs} importId={importId} onLater={onLater} />;
  return (
    <PairDesk
      key={pair.id}
      pair={pair}
      importId={importId}
      mayDecide={may}
      onLater={() => onLater([pair.id])}
    />
  );
}

interface NothingProps {
  may: boolean;
  postponed: number;
  onAgain: () => void;
}

function Nothing({ may, postponed, onAgain }: NothingProps) {
  const t = useT();
  if (postponed === 0) {
    return (
      <Message title={t('duplicates.emptyTitle')} text={t('duplicates.emptyText')}>
        {may && <ScanButton />}
      </Message>
    );
  }
  return (
    <Message title={t('duplicates.laterTitle')} text={t('duplicates.laterText', { smart_count: postponed })}>
      <Button variant="outlined" onClick={onAgain}>
        {t('duplicates.again')}
      </Button>
    </Message>
  );
}

function ScanButton() {
  const t = useT();
  const notify = useNotify();
  const { scan } = useDecisions();
  const { isBusy, attempt } = useAttempt();
  const start = async (): Promise<void> => {
    const { status, found } = await scan();
    notify(status === 'DONE' ? t('duplicates.scanned', { smart_count: found }) : t('duplicates.scanning'));
  };
  return (
    <Button variant="outlined" loading={isBusy} onClick={() => void attempt(start)}>
      {t('duplicates.scan')}
    </Button>
  );
}
