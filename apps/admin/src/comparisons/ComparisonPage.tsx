import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useCanAccess, useGetOne, useRedirect } from 'react-admin';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { comparePath, type ComparedFigure, type Comparison } from '../providers/comparisons';
import { stepName, useChain } from '../providers/reconciliation';
import { Comments } from '../ui/comments/Comments';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { Failed } from '../ui/page/Failed';
import { FailedPage } from '../ui/page/FailedPage';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useDeletion } from '../ui/use-deletion';
import { ChainPicture } from './ChainPicture';
import { Paragraph } from './Paragraph';

/** A question that was kept, answered anew: each chain from figure to figure. */
export default function ComparisonPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<Comparison>('comparisons', { id }, { retry: false });
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <Page
      title={data.title}
      above={
        <MuiLink component={Link} to="/comparisons" color="inherit">
          {t('comparing.title')}
        </MuiLink>
      }
      actions={<Delete comparison={data} />}
    >
      {data.note !== null && <Typography sx={{ maxWidth: '75ch', mb: 6 }}>{data.note}</Typography>}
      {data.chains.map((chain) => (
        <Chain key={JSON.stringify(chain)} chain={chain} />
      ))}
      <Comments resource="comparisons" recordId={data.id} />
    </Page>
  );
}

function Chain({ chain }: { chain: readonly ComparedFigure[] }) {
  const answers = useChain(chain);
  const failed = answers.find(({ error }) => error);
  const bridges = answers.flatMap(({ data }) => (data ? [data] : []));
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (bridges.length < answers.length) return <Waiting />;
  return (
    <Box sx={{ mb: 4 }}>
      <ChainPicture
        bridges={bridges}
        doorTo={(bridge, step) => {
          const place = bridges.indexOf(bridge);
          const [left, right] = [chain[place], chain[place + 1]];
          return left && right ? comparePath(left, right, stepName(step)) : '/compare';
        }}
      />
      <Paragraph bridges={bridges} />
    </Box>
  );
}

function Delete({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const redirect = useRedirect();
  const { canAccess } = useCanAccess({ resource: 'comparisons', action: 'delete' });
  const { remove, isBusy } = useDeletion('comparisons');
  const [isAsking, setAsking] = useState(false);
  if (!canAccess) return null;
  const confirm = async (): Promise<void> => {
    const isGone = await remove(comparison);
    setAsking(false);
    if (isGone) redirect('/comparisons');
  };
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('register.record.delete')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('register.record.deleteTitle', { name: comparison.title })}
          text={t('comparing.deleteText')}
          action={t('register.record.delete')}
          isBusy={isBusy}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
