import { Alert, Button } from '@mui/material';
import { unwrap } from '@fieldlab/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { en } from '../i18n/demonstration/en';
import { nl } from '../i18n/demonstration/nl';
import { useLanguage } from '../i18n/use-t';
import { api } from '../providers/api';
import { request, withHttpErrors } from '../providers/http';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

const WORDS = { nl, en };
const KEY = ['demonstration-accounts'];

/** As long as there are any: that accounts of the demonstration are open, and the one button that ends them. */
export function DemonstrationAccounts() {
  const words = WORDS[useLanguage()];
  const [isAsking, setAsking] = useState(false);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/users/demonstration-accounts'))),
  });
  if (!data || data.total === 0) return null;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ my: 3, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
      action={
        <Button color="inherit" size="small" onClick={() => setAsking(true)}>
          {words.end}
        </Button>
      }
    >
      {words.told(data.total)}
      {isAsking && <EndDialog names={data.data.map(({ name }) => name)} onClose={() => setAsking(false)} />}
    </Alert>
  );
}

function EndDialog({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const words = WORDS[useLanguage()];
  const { locale } = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const client = useQueryClient();
  const text = useErrorText();
  const ending = useMutation({
    mutationFn: () => request('DELETE', '/users/demonstration-accounts'),
    onSuccess: () => {
      notify(words.ended);
      onClose();
      void client.invalidateQueries({ queryKey: KEY });
      refresh();
    },
    onError: (error) => notify(text(error), { type: 'error' }),
  });
  return (
    <ConfirmDialog
      title={words.endTitle}
      text={words.endText(new Intl.ListFormat(locale).format(names))}
      action={words.end}
      isBusy={ending.isPending}
      onConfirm={() => ending.mutate()}
      onClose={onClose}
    />
  );
}
