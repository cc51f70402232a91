import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useLogin } from 'react-admin';
import { useT, type Translate } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { Logo } from '../ui/Logo';
import { useErrorText } from '../ui/use-error-text';
import { LanguageButton, ThemeButton } from './layout/Preferences';

export function SignInPage() {
  const t = useT();
  useEffect(() => {
    document.title = `${t('frame.signIn.title')} · ${t('frame.product')}`;
  });
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        gridTemplateRows: 'auto 1fr',
        bgcolor: 'background.default',
      }}
    >
      <Stack direction="row" sx={{ justifyContent: 'flex-end', p: 3 }}>
        <LanguageButton />
        <ThemeButton />
      </Stack>
      <Box sx={{ width: '100%', maxWidth: 400, mx: 'auto', px: 5, pt: { xs: 6, md: 16 } }}>
        <Stack direction="row" sx={{ gap: 3, alignItems: 'center', mb: 3 }}>
          <Logo size={40} />
          <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.02em' }}>
            {t('frame.product')}
          </Typography>
        </Stack>
        <Typography sx={{ color: 'text.secondary', mb: 8 }}>{t('frame.signIn.intro')}</Typography>
        <SignInForm />
      </Box>
    </Box>
  );
}

function SignInForm() {
  const t = useT();
  const { values, set, needsCode, fault, isBusy, submit } = useSignIn();
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4 }}>
      <Typography variant="h1" sx={{ fontSize: '1.125rem' }}>
        {t('frame.signIn.title')}
      </Typography>
      {fault !== '' && (
        <Alert severity="error" role="alert">
          {fault}
        </Alert>
      )}
      <Fields values={values} set={set} needsCode={needsCode} />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {t('frame.signIn.submit')}
      </Button>
    </Stack>
  );
}

interface Values {
  email: string;
  password: string;
  code: string;
}

interface FieldsProps {
  values: Values;
  set: (change: Partial<Values>) => void;
  needsCode: boolean;
}

function Fields({ values, set, needsCode }: FieldsProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('frame.signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        size="medium"
        value={values.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <TextField
        label={t('frame.signIn.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        size="medium"
        value={values.password}
        onChange={(event) => set({ password: event.target.value })}
      />
      {needsCode && (
        <TextField
          label={t('frame.signIn.code')}
          helperText={t('frame.signIn.codeHelp')}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          size="medium"
          value={values.code}
          onChange={(event) => set({ code: event.target.value })}
        />
      )}
    </>
  );
}

function useSignIn() {
  const t = useT();
  const login = useLogin();
  const errorText = useErrorText();
  const [values, setValues] = useState({ email: '', password: '', code: '' });
  const [state, setState] = useState({ needsCode: false, fault: '', isBusy: false });
  const send = async (): Promise<void> => {
    setState((before) => ({ ...before, fault: '', isBusy: true }));
    const { code, ...rest } = values;
    try {
      await login({ ...rest, ...(code !== '' && { code }) });
    } catch (error) {
      const refusal = refusalOf(error);
      const needsCode = refusal.code === 'SECOND_FACTOR_REQUIRED';
      const fault = needsCode && !state.needsCode ? '' : faultText(error, t, errorText);
      setState((before) => ({ needsCode: needsCode || before.needsCode, fault, isBusy: false }));
    }
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void send();
  };
  return {
    values,
    set: (change: Partial<typeof values>) => setValues({ ...values, ...change }),
    ...state,
    submit,
  };
}

function faultText(error: unknown, t: Translate, errorText: (error: unknown) => string): string {
  const { code } = refusalOf(error);
  if (code === 'UNAUTHENTICATED' || code === 'INVALID_INPUT') return t('frame.signIn.wrong');
  if (code === 'TOO_MANY_REQUESTS') return t('frame.signIn.tooMany');
  return errorText(error);
}
