import { Button, Stack, TextField } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { Fault } from '../../ui/forms/Fault';
import { AuthLayout } from './AuthLayout';
import type { SigningIn } from './use-sign-in';

/** The second step: a code of the app, or a recovery code for who has no phone at hand. */
export function CodeForm({ signingIn }: { signingIn: SigningIn }) {
  const t = useT();
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const isApp = kind === 'app';
  return (
    <AuthLayout
      title={t('doorway.code.title')}
      text={t(isApp ? 'doorway.code.text' : 'doorway.code.recoveryText')}
    >
      <CodeField key={kind} isApp={isApp} signingIn={signingIn} />
      <Stack sx={{ alignItems: 'flex-start', mt: 4, gap: 1 }}>
        <Button variant="text" onClick={() => setKind(isApp ? 'recovery' : 'app')}>
          {t(isApp ? 'doorway.code.lostPhone' : 'doorway.code.backToApp')}
        </Button>
        <Button variant="text" color="inherit" onClick={signingIn.restart}>
          {t('doorway.signIn.back')}
        </Button>
      </Stack>
    </AuthLayout>
  );
}

function CodeField({ isApp, signingIn }: { isApp: boolean; signingIn: SigningIn }) {
  const t = useT();
  const { sendCode, fault, isBusy } = signingIn;
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    sendCode(code);
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
      <Fault text={fault} />
      <TextField
        label={t(isApp ? 'doorway.code.label' : 'doorway.code.recoveryLabel')}
        name="code"
        autoFocus
        required
        size="medium"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        slotProps={{ htmlInput: { inputMode: isApp ? 'numeric' : 'text', maxLength: 40 } }}
      />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {t('doorway.code.submit')}
      </Button>
    </Stack>
  );
}
