import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { PROPOSALS_PER_PAGE, useProposing, useRegisterProposals } from '../providers/register-proposals';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Pages } from '../ui/page/Pages';
import { Waiting } from '../ui/page/Waiting';
import { useAttempt } from '../ui/use-attempt';
import { useMay } from '../ui/use-may';
import { CheckState } from './CheckState';
import { Proposal } from './Proposal';

/** What the trade register says otherwise than our register, a company at a time, to accept or not. */
export default function ProposalsPage() {
  const t = useT();
  const may = useMay();
  const [params] = useSearchParams();
  const companyId = params.get('companyId') ?? undefined;
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useRegisterProposals(page, companyId);
  return (
    <Page
      title={t('proposals.title')}
      help="proposals"
      below={data && data.total > 0 ? t('proposals.open', { smart_count: data.total }) : undefined}
      actions={may('register-checks', 'edit') && <CheckNow />}
    >
      <CheckState />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} />}
      {data?.total === 0 && (
        <Message title={t('proposals.emptyTitle')} text={t('proposals.emptyText')}>
          {companyId !== undefined && (
            <Button variant="outlined" component={Link} to="/register-proposals">
              {t('proposals.all')}
            </Button>
          )}
        </Message>
      )}
      {data?.data.map((proposal) => (
        <Proposal
          key={`${proposal.id} ${proposal.version}`}
          proposal={proposal}
          mayDecide={may('register-proposals', 'edit')}
        />
      ))}
      {data && <Pages count={Math.ceil(data.total / PROPOSALS_PER_PAGE)} page={page} onChange={setPage} />}
    </Page>
  );
}

function CheckNow() {
  const t = useT();
  const notify = useNotify();
  const { checkNow } = useProposing();
  const { isBusy, attempt } = useAttempt();
  const start = async (): Promise<void> => {
    const { last } = await checkNow();
    const isDone = last !== null && last.finishedAt !== null;
    notify(isDone ? t('proposals.checkedNow', { smart_count: last.checked }) : t('proposals.checking'));
  };
  return (
    <Button variant="outlined" loading={isBusy} onClick={() => void attempt(start)}>
      {t('proposals.checkNow')}
    </Button>
  );
}
