import { Button, Stack, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useAccountRefresh, type Account } from '../use-account';
import { RecoveryCodes } from './RecoveryCodes';
import { RemovalDialog, RenewalDialog } from './dialogs';
import { SecondFactorSetup } from './SecondFactorSetup';

/** One's own second factor: on, off, and codes for when the phone is lost. */
export function OwnSecondFactor({ account }: { account: Account }) {
  const t = useT();
  const notify = useNotify();
  const refresh = useAccountRefresh();
  if (account.secondFactor.isEnrolled) return <Enrolled account={account} />;
  const done = (): void => {
    notify(t('account.secondFactor.done'));
    void refresh();
  };
  return (
    <Stack sx={{ gap: 3 }}>
      <Typography>{t('account.secondFactor.off')}</Typography>
      <SecondFactorSetup begin={t('account.secondFactor.begin')} onDone={done} />
    </Stack>
  );
}

function Enrolled({ account }: { account: Account }) {
  const t = useT();
  const refresh = useAccountRefresh();
  const [open, setOpen] = useState<'renewal' | 'removal' | undefined>(undefined);
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  if (codes) {
    const done = (): void => {
      setCodes(undefined);
      void refresh();
    };
    return <RecoveryCodes codes={codes} onDone={done} />;
  }
  return (
    <Stack sx={{ gap: 3 }}>
      <Typography>
        {t('account.secondFactor.on')}{' '}
        {t('account.secondFactor.codesLeft', { smart_count: account.secondFactor.recoveryCodesLeft })}
      </Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => setOpen('renewal')}>
          {t('account.secondFactor.renew')}
        </Button>
        <Button color="error" onClick={() => setOpen('removal')}>
          {t('account.secondFactor.remove')}
        </Button>
      </Stack>
      {open === 'renewal' && <RenewalDialog onCodes={setCodes} onClose={close} />}
      {open === 'removal' && <RemovalDialog account={account} onClose={close} />}
    </Stack>
  );
}
