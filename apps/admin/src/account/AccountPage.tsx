import { Box } from '@mui/material';
import { useT } from '../i18n/use-t';
import { Failed } from '../ui/page/Failed';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { Appearance } from './Appearance';
import { NotificationChoices } from './NotificationChoices';
import { PasswordForm } from './PasswordForm';
import { Profile } from './Profile';
import { ProviderLink } from './ProviderLink';
import { OwnSecondFactor } from './second-factor/OwnSecondFactor';
import { Sessions } from './sessions/Sessions';
import { StartChoice } from './StartChoice';
import { Tokens } from './Tokens';
import { useAccount, type Account } from './use-account';

/** What is one's own: details, appearance, how one signs in and where, keys for programs. */
export default function AccountPage() {
  const t = useT();
  const { data, error, refetch } = useAccount();
  return (
    <Page title={t('account.title')}>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && <Parts account={data} />}
    </Page>
  );
}

function Parts({ account }: { account: Account }) {
  const t = useT();
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Section title={t('account.profile')}>
        <Profile account={account} />
      </Section>
      <Section title={t('account.appearance')}>
        <Appearance />
      </Section>
      <Section title={t('views.start')}>
        <StartChoice />
      </Section>
      <Section title={t('notifications.choices')}>
        <NotificationChoices />
      </Section>
      <Section title={t('account.password')}>
        {account.hasPassword ? <PasswordForm /> : t('account.noPassword')}
      </Section>
      <Section title={t('account.secondFactor.title')}>
        <OwnSecondFactor account={account} />
      </Section>
      <ProviderLink account={account} />
      <Sessions />
      <Section title={t('account.tokens')}>
        <Tokens />
      </Section>
    </Box>
  );
}
