import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useErrorText } from '../ui/use-error-text';
import { FoundPlaces } from './FoundPlaces';
import { usePersonRequest } from './use-person-request';

/** Somebody asks what is known of them, for a copy of it, or to be forgotten. */
export function PersonRequest() {
  const t = useT();
  const [terms, setTerms] = useState('');
  const person = usePersonRequest();
  const { finds, searching } = person;
  const text = useErrorText();
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    searching.mutate(terms);
  };
  return (
    <>
      <Box component="form" noValidate onSubmit={search} sx={{ maxWidth: 640, mb: 6 }}>
        <TextField
          label={t('privacy.request.terms')}
          helperText={t('privacy.request.termsHelp')}
          value={terms}
          onChange={(event) => setTerms(event.target.value)}
          multiline
          minRows={2}
          fullWidth
        />
        <Button
          type="submit"
          variant="contained"
          loading={searching.isPending}
          disabled={terms.trim().length < 3}
          sx={{ mt: 3 }}
        >
          {t('privacy.request.search')}
        </Button>
      </Box>
      {searching.error && <Alert severity="error">{text(searching.error)}</Alert>}
      {searching.isPending && <Waiting rows={4} />}
      {!searching.isPending && finds && <Outcome person={person} terms={terms} />}
    </>
  );
}

type Person = ReturnType<typeof usePersonRequest>;

function Outcome({ person, terms }: { person: Person; terms: string }) {
  const t = useT();
  const { number } = useFormat();
  const { finds } = person;
  if (!finds || finds.total === 0)
    return (
      <Typography role="status" sx={{ color: 'text.secondary' }}>
        {t('privacy.request.nothing')}
      </Typography>
    );
  const counted = { smart_count: finds.total, count: number(finds.total) };
  return (
    <Section title={t('privacy.request.found', counted)} actions={<Actions person={person} terms={terms} />}>
      <Typography sx={{ color: 'text.secondary', mb: 3, maxWidth: '75ch' }}>
        {t('privacy.request.check')}
      </Typography>
      {finds.total > finds.data.length && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {t('privacy.request.tooMany', { count: number(finds.data.length) })}
        </Alert>
      )}
      <FoundPlaces finds={finds.data} chosen={person.chosen} onChoose={person.choose} />
    </Section>
  );
}

function Actions({ person, terms }: { person: Person; terms: string }) {
  const t = useT();
  const { number } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { picked, erasable, exporting, erasing } = person;
  const close = (): void => setAsking(false);
  return (
    <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
      <Button
        variant="outlined"
        disabled={picked.length === 0}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('privacy.request.export')}
      </Button>
      <Button
        color="error"
        variant="outlined"
        disabled={erasable.length === 0}
        onClick={() => setAsking(true)}
      >
        {t('privacy.request.erase')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('privacy.request.eraseTitle', {
            smart_count: erasable.length,
            count: number(erasable.length),
          })}
          text={t('privacy.request.eraseText')}
          action={t('privacy.request.erase')}
          isBusy={erasing.isPending}
          onConfirm={() => erasing.mutate(terms, { onSettled: close })}
          onClose={close}
        />
      )}
    </Stack>
  );
}
