import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { useCommentActions, useThread, type CommentedThing } from '../../providers/comments';
import { Failed } from '../page/Failed';
import { Section } from '../page/Section';
import { Waiting } from '../page/Waiting';
import { LINES } from '../people/lines';
import { useMay } from '../use-may';
import { CommentField } from './CommentField';
import { CommentLine } from './CommentLine';

/** The newest first, below the field for another; a notification leads to one of them. */
export default function CommentThread({ thing }: { thing: CommentedThing }) {
  const t = useT();
  const may = useMay();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useThread(thing);
  const comments = data?.pages.flatMap((page) => page.data);
  const target = useSearchParams()[0].get('comment');
  const isMissing = target !== null && comments?.some(({ id }) => id === target) === false;
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="no-print">
      <Section title={t('comments.title')}>
        <Box sx={{ maxWidth: 720 }}>
          {may('comments', 'create') && <NewComment thing={thing} />}
          {error && <Failed error={error} onRetry={() => void refetch()} />}
          {!error && !comments && <Waiting rows={2} />}
          {comments?.length === 0 && (
            <Typography sx={{ color: 'text.secondary' }}>{t('comments.none')}</Typography>
          )}
          <Box component="ul" sx={LINES}>
            {comments?.map((comment) => (
              <CommentLine
                key={`${comment.id} ${comment.version}`}
                thing={thing}
                comment={comment}
                isTarget={comment.id === target}
              />
            ))}
          </Box>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()} sx={{ mt: 2 }}>
              {t('comments.earlier')}
            </Button>
          )}
        </Box>
      </Section>
    </div>
  );
}

function NewComment({ thing }: { thing: CommentedThing }) {
  const t = useT();
  const notify = useNotify();
  const { post } = useCommentActions(thing);
  // One key for each comment: what is sent twice is said once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  return (
    <Box sx={{ mb: 4 }}>
      <CommentField
        key={key}
        thing={thing}
        action={t('comments.send')}
        onWritten={async (written) => {
          await post(written, key);
          setKey(crypto.randomUUID());
          notify(t('comments.sent'));
        }}
      />
    </Box>
  );
}
