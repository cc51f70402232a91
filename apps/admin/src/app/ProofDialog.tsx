import { Button, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { fetchAccount, type Account } from '../account/use-account';
import { useT } from '../i18n/use-t';
import { refusalOf, request } from '../providers/http';
import { hearProof, PROOF } from '../providers/proof';
import { Fault } from '../ui/forms/Fault';
import { PasswordField } from '../ui/inputs/PasswordField';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';
import { problemText } from './auth/problem-text';

interface ProofDialogProps {
  /** Told whether the reader showed who they are; not, by who would rather leave it. */
  onAnswer: (isProved: boolean) => void;
}

type Way = 'password' | 'code' | 'provider';

/** As the server asks it: the code of who has one, else the password, else at the organisation's own service. */
const wayOf = ({ secondFactor, hasPassword }: Account): Way => {
  if (secondFactor.isEnrolled) return 'code';
  return hasPassword ? 'password' : 'provider';
};

/** Is it still the same person who sits here? */
export default function ProofDialog({ onAnswer }: ProofDialogProps) {
  // What is known of the account may be older than the second factor that was set up a moment ago.
  const { data } = useQuery({
    queryKey: ['account', 'proof'],
    queryFn: fetchAccount,
    gcTime: 0,
    staleTime: 0,
  });
  if (!data) return null;
  const way = wayOf(data);
  return way === 'provider' ? (
    <AtProvider onAnswer={onAnswer} />
  ) : (
    <Here way={way} mayGoElsewhere={way === 'password' && data.isLinked} onAnswer={onAnswer} />
  );
}

interface HereProps extends ProofDialogProps {
  way: 'password' | 'code';
  mayGoElsewhere: boolean;
}

function Here({ way, mayGoElsewhere, onAnswer }: HereProps) {
  const t = useT();
  const [shown, setShown] = useState('');
  const proving = useMutation({
    mutationFn: () => request('POST', PROOF, { body: { [way]: shown } }),
    onSuccess: () => onAnswer(true),
  });
  const fault = useProofFault(proving.error);
  return (
    <ConfirmDialog
      title={t('account.proof.title')}
      text={`${t(`account.proof.${way}`)} ${t('account.proof.kept')}`}
      action={t('account.proof.confirm')}
      isHarmless
      isBusy={proving.isPending}
      isDisabled={shown.trim() === ''}
      onConfirm={() => proving.mutate()}
      onClose={() => onAnswer(false)}
    >
      <Fault text={fault.rest} />
      {way === 'password' ? (
        <PasswordField
          label={t('account.currentPassword')}
          autoComplete="current-password"
          autoFocus
          value={shown}
          fault={fault.ofField}
          onChange={setShown}
        />
      ) : (
        <TextField
          label={t('doorway.code.label')}
          autoComplete="one-time-code"
          autoFocus
          required
          value={shown}
          error={fault.ofField !== undefined}
          helperText={fault.ofField}
          onChange={(event) => setShown(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 40 } }}
        />
      )}
      {mayGoElsewhere && <ProviderButton onAnswer={onAnswer} />}
    </ConfirmDialog>
  );
}

function useProofFault(error: unknown): { ofField: string | undefined; rest: string } {
  const t = useT();
  const errorText = useErrorText();
  if (!error) return { ofField: undefined, rest: '' };
  const { code } = refusalOf(error);
  if (code === 'REAUTHENTICATION_REQUIRED') return { ofField: t('account.proof.wrongPassword'), rest: '' };
  if (code === 'SECOND_FACTOR_REQUIRED') return { ofField: t('doorway.code.wrong'), rest: '' };
  return {
    ofField: undefined,
    rest: code === 'TOO_MANY_REQUESTS' ? t('doorway.signIn.tooMany') : errorText(error),
  };
}

function AtProvider({ onAnswer }: ProofDialogProps) {
  const t = useT();
  const provider = useProvider(onAnswer);
  return (
    <ConfirmDialog
      title={t('account.proof.title')}
      text={`${t('account.proof.provider')} ${t('account.proof.kept')}`}
      action={t('account.proof.atProvider')}
      isHarmless
      onConfirm={provider.open}
      onClose={() => onAnswer(false)}
    >
      <Progress {...provider} />
    </ConfirmDialog>
  );
}

function ProviderButton({ onAnswer }: ProofDialogProps) {
  const t = useT();
  const provider = useProvider(onAnswer);
  return (
    <>
      <Progress {...provider} />
      <Button type="button" onClick={provider.open} sx={{ justifySelf: 'start' }}>
        {t('account.proof.atProvider')}
      </Button>
    </>
  );
}

interface Provider {
  open: () => void;
  isOpen: boolean;
  problem: string | null;
}

/** In a window of its own, so that the page with what was typed stays as it is. */
function useProvider(onAnswer: (isProved: boolean) => void): Provider {
  const [{ isOpen, problem }, setState] = useState<Pick<Provider, 'isOpen' | 'problem'>>({
    isOpen: false,
    problem: null,
  });
  const hear = useEffectEvent((outcome: { problem: string | null }) => {
    if (outcome.problem === null) onAnswer(true);
    else setState({ isOpen: false, problem: outcome.problem });
  });
  useEffect(() => hearProof((outcome) => hear(outcome)), []);
  const open = (): void => {
    setState({ isOpen: true, problem: null });
    window.open('/api/v1/account/provider-proof', '_blank', 'popup,width=520,height=720');
  };
  return { open, isOpen, problem };
}

function Progress({ isOpen, problem }: Provider) {
  const t = useT();
  if (problem !== null) return <Fault text={problemText(t, problem)} />;
  return isOpen ? <Typography role="status">{t('account.proof.waiting')}</Typography> : null;
}
