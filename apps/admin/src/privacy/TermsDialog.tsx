import { TextField } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { RETENTION_TERMS } from '@fieldlab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Fault } from '../ui/forms/Fault';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

type Settings = Schemas['PrivacySettings'];
type Texts = Record<(typeof NAMES)[number] | (typeof RETENTION_TERMS)[number], string>;
const NAMES = ['controller', 'contact'] as const;

/** Who answers for the register, and the terms for what is recorded from now on. */
export function TermsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useT();
  const { texts, setText, saving, fault } = useTerms(settings, onClose);
  return (
    <ConfirmDialog
      title={t('privacy.register.change')}
      text={t('privacy.register.changeText')}
      action={t('register.form.save')}
      isHarmless
      isBusy={saving.isPending}
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <Fault text={fault} />
      {NAMES.map((name) => (
        <TextField
          key={name}
          fullWidth
          label={t(`privacy.register.${name}`)}
          value={texts[name]}
          onChange={(event) => setText(name, event.target.value)}
        />
      ))}
      {RETENTION_TERMS.map((term) => (
        <TextField
          key={term}
          fullWidth
          label={t(`privacy.terms.${term}`)}
          helperText={t(term === 'deletedDays' ? 'privacy.terms.inDays' : 'privacy.terms.inMonths')}
          value={texts[term]}
          onChange={(event) => setText(term, event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      ))}
    </ConfirmDialog>
  );
}

function useTerms(settings: Settings, onClose: () => void) {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [texts, setTexts] = useState<Texts>(() => ({
    controller: settings.controller ?? '',
    contact: settings.contact ?? '',
    contactMonths: String(settings.contactMonths),
    noteMonths: String(settings.noteMonths),
    deletedDays: String(settings.deletedDays),
    accountMonths: String(settings.accountMonths),
  }));
  const saving = useMutation({
    mutationFn: () =>
      request<Settings>('PATCH', '/privacy-settings', {
        headers: { 'If-Match': `"${settings.version}"` },
        body: {
          ...Object.fromEntries(NAMES.map((name) => [name, texts[name].trim() || null])),
          ...Object.fromEntries(RETENTION_TERMS.map((term) => [term, Number(texts[term])])),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processing-register'] });
      notify(t('privacy.register.changed'), { type: 'success' });
      onClose();
    },
  });
  const setText = (name: keyof Texts, text: string): void => setTexts({ ...texts, [name]: text });
  return { texts, setText, saving, fault: saving.error ? errorText(saving.error) : '' };
}
