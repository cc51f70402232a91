import { Box, FormControlLabel, Switch, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useStore } from 'react-admin';
import { useT } from '../i18n/use-t';
import { currentUser } from '../providers/session';
import { SHORTCUT_SETTING } from '../ui/shortcut-setting';
import { Facts } from '../ui/page/Facts';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { PasswordForm } from './PasswordForm';
import { Tokens } from './Tokens';

/** What is one's own: details, appearance, password, keys for programs. */
export default function AccountPage() {
  const t = useT();
  return (
    <Page title={t('account.title')}>
      <Box sx={{ maxWidth: 720 }}>
        <Profile />
        <Shortcuts />
        <Section title={t('account.password')}>
          <PasswordForm />
        </Section>
        <Section title={t('account.tokens')}>
          <Tokens />
        </Section>
      </Box>
    </Page>
  );
}

function Profile() {
  const t = useT();
  const { data } = useQuery({ queryKey: ['session'], queryFn: currentUser });
  return (
    <Section title={t('account.profile')}>
      {!data && <Waiting rows={3} />}
      {data && (
        <Facts
          facts={[
            [t('account.name'), data.name],
            [t('account.email'), data.email],
            [t('account.role'), t(`frame.roles.${data.role}`)],
          ]}
        />
      )}
    </Section>
  );
}

function Shortcuts() {
  const t = useT();
  const [isOn, setOn] = useStore(SHORTCUT_SETTING, true);
  return (
    <Section title={t('account.appearance')}>
      <FormControlLabel
        control={<Switch checked={isOn} onChange={(_event, on) => setOn(on)} />}
        label={t('account.shortcuts')}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('account.shortcutsHelp')}
      </Typography>
    </Section>
  );
}
