import { LONGEST_COMMENT, MOST_MENTIONED } from '@fieldlab/domain';
import { Box, Button, Stack, TextField } from '@mui/material';
import { useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import {
  useCommentReaders,
  type Comment,
  type CommentedThing,
  type CommentPerson,
} from '../../providers/comments';
import { Fault } from '../forms/Fault';
import { useDebounced } from '../use-debounced';
import { useErrorText } from '../use-error-text';
import { nameAsked, namedIn, withName } from './mentions';

interface CommentFieldProps {
  thing: CommentedThing;
  comment?: Comment;
  action: string;
  onWritten: (written: { text: string; mentions: string[] }) => Promise<void>;
  onCancel?: () => void;
}

/** The text of a comment; after an `@` it offers people who may see what it is about. */
export function CommentField({ thing, comment, action, onWritten, onCancel }: CommentFieldProps) {
  const t = useT();
  const { text, asked, field, type, pick, named } = useText(comment);
  const { send, isBusy, fault } = useSending(() => onWritten({ text, mentions: named() }));
  return (
    <Stack sx={{ gap: 2 }}>
      <TextField
        fullWidth
        multiline
        minRows={2}
        label={t('comments.label')}
        helperText={t('comments.help')}
        value={text}
        inputRef={field}
        slotProps={{ htmlInput: { maxLength: LONGEST_COMMENT } }}
        onChange={({ target }) => type(target.value, target.selectionStart ?? target.value.length)}
      />
      {asked !== undefined && <Offered thing={thing} q={asked} onPick={pick} />}
      <Fault text={fault} />
      <Stack direction="row" sx={{ gap: 2 }}>
        <Button variant="outlined" disabled={text.trim() === ''} loading={isBusy} onClick={() => void send()}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('comments.cancel')}</Button>}
      </Stack>
    </Stack>
  );
}

/** What is typed, what is being typed of a name, and whom the text names. */
function useText(comment: Comment | undefined) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(comment?.text ?? '');
  const [asked, setAsked] = useState<string | undefined>();
  const [known, setKnown] = useState<readonly CommentPerson[]>(comment?.mentions ?? []);
  const type = (typed: string, caret: number): void => {
    setText(typed);
    setAsked(nameAsked(typed, caret));
  };
  const pick = (person: CommentPerson): void => {
    setText(withName(text, field.current?.selectionStart ?? text.length, person.name).text);
    setKnown([...known.filter(({ id }) => id !== person.id), person]);
    setAsked(undefined);
    field.current?.focus();
  };
  const named = (): string[] =>
    namedIn(text, known)
      .slice(0, MOST_MENTIONED)
      .map(({ id }) => id);
  return { text, asked, field, type, pick, named };
}

function useSending(write: () => Promise<void>) {
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await write().catch(setError);
    setBusy(false);
  };
  return { send, isBusy, fault: error === undefined ? '' : errorText(error) };
}

interface OfferedProps {
  thing: CommentedThing;
  q: string;
  onPick: (person: CommentPerson) => void;
}

function Offered({ thing, q, onPick }: OfferedProps) {
  const t = useT();
  const { data } = useCommentReaders(thing, useDebounced(q));
  if (!data || data.data.length === 0) return null;
  return (
    <Box role="group" aria-label={t('comments.people')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {data.data.map((person) => (
        <Button key={person.id} size="small" variant="outlined" onClick={() => onPick(person)}>
          {person.name}
        </Button>
      ))}
    </Box>
  );
}
