import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useDecisions, useOpenDuplicates } from '../providers/duplicates';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useAttempt } from '../ui/use-attempt';
import { useMay } from '../ui/use-may';
import { PairDesk } from './PairDesk';

/** Companies that may be one, worked off a pair at a time. */
export default function DuplicatesPage() {
  const t = useT();
  const may = useMay()('duplicates', 'edit');
  const [params] = useSearchParams();
  const importId = params.get('importId') ?? undefined;
  const companyId = params.get('companyId') ?? undefined;
  const { data, error, refetch } = useOpenDuplicates({ importId, companyId });
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const waiting = data?.data.filter(({ id }) => !later.has(id)) ?? [];
  const [pair] = waiting;
  return (
    <Page
      title={t('duplicates.title')}
      help="duplicates"
      below={data && data.total > 0 ? t('duplicates.open', { smart_count: data.total }) : undefined}
      actions={may && <ScanButton />}
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} />}
      {pair && (
        <PairDesk
          key={pair.id}
          pair={pair}
          importId={importId}
          mayDecide={may}
          onLater={() => setLater((before) => new Set([...before, pair.id]))}
        />
      )}
      {data && !pair && <Nothing may={may} postponed={later.size} onAgain={() => setLater(new Set())} />}
    </Page>
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
