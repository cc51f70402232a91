import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState, type SyntheticEvent } from 'react';
import type { Schemas } from '@fieldlab/api-client';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { Fault } from '../../ui/forms/Fault';
import { useErrorText } from '../../ui/use-error-text';
import { useFaults } from '../../ui/use-faults';
import { RecoveryCodes } from './RecoveryCodes';

type Enrolment = Schemas['SecondFactorEnrolment'];

/** Sets up an authenticator app: a secret, a code that shows it arrived, and recovery codes to keep. */
export function SecondFactorSetup({ begin, onDone }: { begin: string; onDone: () => void }) {
  const errorText = useErrorText();
  const beginning = useMutation({
    mutationFn: () => request<Enrolment>('POST', '/account/second-factor'),
  });
  const confirming = useMutation({
    mutationFn: (code: string) =>
      request<{ recoveryCodes: string[] }>('POST', '/account/second-factor/confirmation', { body: { code } }),
  });
  if (confirming.data) return <RecoveryCodes codes={confirming.data.recoveryCodes} onDone={onDone} />;
  if (!beginning.data) {
    return (
      <Stack sx={{ gap: 3, alignItems: 'flex-start' }}>
        <Fault text={beginning.error ? errorText(beginning.error) : ''} />
        <Button variant="contained" loading={beginning.isPending} onClick={() => beginning.mutate()}>
          {begin}
        </Button>
      </Stack>
    );
  }
  return (
    <Enrolling
      enrolment={beginning.data}
      error={confirming.error}
      isBusy={confirming.isPending}
      onCode={confirming.mutate}
    />
  );
}

interface EnrollingProps {
  enrolment: Enrolment;
  error: unknown;
  isBusy: boolean;
  onCode: (code: string) => void;
}

function Enrolling({ enrolment: { otpauthUrl, secret }, error, isBusy, onCode }: EnrollingProps) {
  const t = useT();
  const faults = useFaults(error, ['code']);
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onCode(code.trim());
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 4, maxWidth: 440 }}>
      <Typography>{t('doorway.secondFactor.stepApp')}</Typography>
      <QRCodeSVG
        value={otpauthUrl}
        size={208}
        marginSize={4}
        role="img"
        aria-label={t('doorway.secondFactor.qr')}
        style={{ borderRadius: 4, flexShrink: 0 }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('doorway.secondFactor.secret')}
        <Box
          component="code"
          sx={{ display: 'block', color: 'text.primary', userSelect: 'all', fontSize: '0.9375rem' }}
        >
          {inFours(secret)}
        </Box>
      </Typography>
      <Typography>{t('doorway.secondFactor.stepCode')}</Typography>
      <Fault text={faults.rest} />
      <TextField
        label={t('doorway.code.label')}
        name="code"
        required
        size="medium"
        autoComplete="one-time-code"
        value={code}
        error={faults.of('code') !== undefined}
        helperText={faults.of('code')}
        onChange={(event) => setCode(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 10 } }}
      />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {t('doorway.secondFactor.confirm')}
      </Button>
    </Stack>
  );
}

const inFours = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ');
