import { Box, Button, Typography } from '@mui/material';
import { useGetIdentity, useNotify } from 'react-admin';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useCommentActions, type Comment, type CommentedThing } from '../../providers/comments';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { useErrorText } from '../use-error-text';
import { useMay } from '../use-may';
import { CommentField } from './CommentField';
import { inPieces } from './mentions';

interface CommentLineProps {
  thing: CommentedThing;
  comment: Comment;
  /** A notification led here. */
  isTarget: boolean;
}

export function CommentLine({ thing, comment, isTarget }: CommentLineProps) {
  const t = useT();
  const { instant } = useFormat();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus({ preventScroll: true });
  }, [isTarget]);
  const said = [
    comment.author.name,
    instant(comment.createdAt),
    ...(comment.isEdited ? [t('comments.edited')] : []),
  ];
  return (
    <Box component="li" ref={line} tabIndex={-1} sx={isTarget ? TARGET : undefined}>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {said.join(' · ')}
        </Typography>
        <Words thing={thing} comment={comment} />
      </Box>
    </Box>
  );
}

const TARGET = {
  boxShadow: (theme: { palette: { primary: { main: string } } }) =>
    `inset 3px 0 ${theme.palette.primary.main}`,
  pl: 3,
};

function Words({ thing, comment }: Omit<CommentLineProps, 'isTarget'>) {
  const t = useT();
  const notify = useNotify();
  const { change } = useCommentActions(thing);
  const [isEditing, setEditing] = useState(false);
  if (comment.text === null) {
    return (
      <Typography sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
        {t('comments.wasWithdrawn', { name: comment.withdrawnBy?.name ?? '' })}
      </Typography>
    );
  }
  if (isEditing) {
    return (
      <Box sx={{ mt: 2 }}>
        <CommentField
          thing={thing}
          comment={comment}
          action={t('comments.save')}
          onCancel={() => setEditing(false)}
          onWritten={async (written) => {
            await change(comment, written);
            notify(t('comments.saved'));
          }}
        />
      </Box>
    );
  }
  return (
    <>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {inPieces(comment.text, comment.mentions).map(({ text, isName }, place) =>
          isName ? <strong key={place}>{text}</strong> : text,
        )}
      </Typography>
      <Buttons thing={thing} comment={comment} onEdit={() => setEditing(true)} />
    </>
  );
}

/** The words of the buttons stand under the text, not their edges. */
const BESIDE_TEXT = { ml: -1.25 };

interface ButtonsProps extends Omit<CommentLineProps, 'isTarget'> {
  onEdit: () => void;
}

function Buttons({ thing, comment, onEdit }: ButtonsProps) {
  const t = useT();
  const may = useMay();
  const notify = useNotify();
  const errorText = useErrorText();
  const { instant } = useFormat();
  const { identity } = useGetIdentity();
  const { withdraw } = useCommentActions(thing);
  const [isAsking, setAsking] = useState(false);
  const isOwn = identity?.id === comment.author.id && may('comments', 'edit');
  const about = { name: comment.author.name, date: instant(comment.createdAt) };
  const confirm = (): void => {
    setAsking(false);
    withdraw(comment).then(
      () => notify(t('comments.withdrawn')),
      (error: unknown) => notify(errorText(error), { type: 'error' }),
    );
  };
  return (
    <Box sx={BESIDE_TEXT}>
      {isOwn && (
        <Button size="small" aria-label={t('comments.editOf', about)} onClick={onEdit}>
          {t('comments.edit')}
        </Button>
      )}
      {(isOwn || may('comments', 'delete')) && (
        <Button size="small" aria-label={t('comments.withdrawOf', about)} onClick={() => setAsking(true)}>
          {t('comments.withdraw')}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('comments.withdrawTitle')}
          text={t('comments.withdrawText')}
          action={t('comments.withdraw')}
          isBusy={false}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}
