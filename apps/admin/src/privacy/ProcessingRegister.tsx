import { Box, Button, Typography } from '@mui/material';
import { unwrap, type Schemas } from '@fieldlab/api-client';
import { PROCESSING_ASPECTS } from '@fieldlab/domain';
import { useQuery } from '@tanstack/react-query';
import { useCanAccess } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { api } from '../providers/api';
import { withHttpErrors } from '../providers/http';
import { Facts } from '../ui/page/Facts';
import { Failed } from '../ui/page/Failed';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { TermsDialog } from './TermsDialog';

type Register = Schemas['ProcessingRegister'];

/** What is done with data about people, why, by whom, and for how long: article 30 of the GDPR. */
export function ProcessingRegister() {
  const t = useT();
  const language = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['processing-register', language],
    queryFn: () => withHttpErrors(unwrap(api.GET('/api/v1/processing-activities'))),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Typography sx={{ mb: 6, maxWidth: '75ch' }}>{t('privacy.register.intro')}</Typography>
      <Responsible register={data} />
      {data.activities.map((activity) => (
        <Activity key={activity.code} activity={activity} />
      ))}
    </>
  );
}

function Responsible({ register: { settings } }: { register: Register }) {
  const t = useT();
  const { canAccess: mayWrite } = useCanAccess({ resource: 'privacy-settings', action: 'edit' });
  const [isOpen, setOpen] = useState(false);
  const unknown = <Box sx={{ color: 'text.secondary' }}>{t('privacy.register.notFilledIn')}</Box>;
  const months = (count: number): string => t('privacy.register.months', { smart_count: count });
  return (
    <Section
      title={t('privacy.register.responsible')}
      actions={
        mayWrite && (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {t('privacy.register.change')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('privacy.register.controller'), settings.controller ?? unknown],
          [t('privacy.register.contact'), settings.contact ?? unknown],
          [t('privacy.terms.contactMonths'), months(settings.contactMonths)],
          [t('privacy.terms.noteMonths'), months(settings.noteMonths)],
          [t('privacy.terms.deletedDays'), t('privacy.register.days', { smart_count: settings.deletedDays })],
          [t('privacy.terms.accountMonths'), months(settings.accountMonths)],
        ]}
      />
      {isOpen && <TermsDialog settings={settings} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Activity({ activity: { name, count, aspects } }: { activity: Register['activities'][number] }) {
  const t = useT();
  const { number } = useFormat();
  const now = count === null ? [] : [[t('privacy.register.count'), number(count)] as const];
  return (
    <Section title={name}>
      <Facts
        facts={[
          ...PROCESSING_ASPECTS.map((aspect) => [t(`privacy.aspects.${aspect}`), aspects[aspect]] as const),
          ...now,
        ]}
      />
    </Section>
  );
}
