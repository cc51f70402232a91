import { Button, Checkbox, FormControlLabel, FormGroup, FormLabel, Typography } from '@mui/material';
import { unwrap, type Schemas } from '@fieldlab/api-client';
import { ROLES, type Role } from '@fieldlab/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { api } from '../providers/api';
import { withHttpErrors, request } from '../providers/http';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { Fault } from '../ui/forms/Fault';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

type Settings = Schemas['AccessSettings'];

const KEY = ['access-settings'];

/** Which roles must have a second factor. */
export function SignInRules() {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/access-settings'))),
  });
  return (
    <>
      <Button variant="outlined" disabled={!data} onClick={() => setOpen(true)}>
        {t('users.rules')}
      </Button>
      {isOpen && data && <RulesDialog settings={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function RulesDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useT();
  const words = useWords();
  const id = useId();
  const { roles, setRoles, saving, fault } = useRules(settings, onClose);
  const toggle = (role: Role, isOn: boolean): void =>
    setRoles(isOn ? [...roles, role] : roles.filter((one) => one !== role));
  return (
    <ConfirmDialog
      title={t('users.rules')}
      text={t('users.requiredHelp')}
      action={t('register.form.save')}
      isHarmless
      isBusy={saving.isPending}
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <Fault text={fault} />
      <div role="group" aria-labelledby={id}>
        <FormLabel id={id} component="p" sx={{ m: 0, mb: 1, color: 'text.primary', fontWeight: 600 }}>
          {t('users.requiredFor')}
        </FormLabel>
        <FormGroup>
          {ROLES.map((role) => (
            <FormControlLabel
              key={role}
              control={
                <Checkbox checked={roles.includes(role)} onChange={(_event, isOn) => toggle(role, isOn)} />
              }
              label={<Typography>{capitalised(words.role[role])}</Typography>}
            />
          ))}
        </FormGroup>
      </div>
    </ConfirmDialog>
  );
}

function useRules(settings: Settings, onClose: () => void) {
  const t = useT();
  const offerUndo = useOfferUndo();
  const text = useErrorText();
  const client = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(settings.secondFactorRequiredFor);
  const write = async (
    { version }: Settings,
    secondFactorRequiredFor: readonly Role[],
  ): Promise<Settings> => {
    const headers = { 'If-Match': `"${version}"` };
    const saved = await request<Settings>('PATCH', '/access-settings', {
      body: { secondFactorRequiredFor },
      headers,
    });
    client.setQueryData(KEY, saved);
    return saved;
  };
  const saving = useMutation({
    mutationFn: () => write(settings, roles),
    onSuccess: (saved) => {
      const undo = () => write(saved, settings.secondFactorRequiredFor);
      offerUndo(t('users.rulesSaved'), { undos: [undo], undone: t('register.record.undone') });
      onClose();
    },
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return { roles, setRoles, saving, fault: saving.error ? text(saving.error) : '' };
}
