import { Button, Stack, TextField } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { RecordLinks } from '../ui/fields/values';
import { Fault } from '../ui/forms/Fault';
import { Facts } from '../ui/page/Facts';
import { useFaults } from '../ui/use-faults';
import { useAccountChange, type Account } from './use-account';

export function Profile({ account: { name, email, role, centreIds } }: { account: Account }) {
  const t = useT();
  const words = useWords();
  return (
    <Stack sx={{ gap: 4 }}>
      <NameForm key={name} name={name} />
      <Facts
        facts={[
          [t('account.email'), email],
          [t('account.role'), capitalised(words.role[role])],
          ...(centreIds.length > 0
            ? [
                [
                  t('account.centres'),
                  <RecordLinks key="centres" resource="centres" ids={centreIds} />,
                ] as const,
              ]
            : []),
        ]}
      />
    </Stack>
  );
}

function NameForm({ name }: { name: string }) {
  const t = useT();
  const offerUndo = useOfferUndo();
  const [typed, setTyped] = useState(name);
  const restore = useAccountChange();
  const change = useAccountChange(() => {
    const undos = [() => restore.mutateAsync({ name })];
    offerUndo(t('account.nameSaved'), { undos, undone: t('register.record.undone') });
  });
  const faults = useFaults(change.error, ['name']);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.mutate({ name: typed });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 3 }}>
      <Fault text={faults.rest} />
      <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <TextField
          label={t('account.name')}
          autoComplete="name"
          required
          value={typed}
          error={faults.of('name') !== undefined}
          helperText={faults.of('name')}
          onChange={(event) => setTyped(event.target.value)}
          sx={{ flex: 1, minWidth: 220, maxWidth: 400 }}
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={typed.trim() === '' || typed === name}
          loading={change.isPending}
        >
          {t('account.saveName')}
        </Button>
      </Stack>
    </Stack>
  );
}
