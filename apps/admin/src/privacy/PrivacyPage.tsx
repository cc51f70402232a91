import { useCanAccess } from 'react-admin';
import { useT } from '../i18n/use-t';
import { Page } from '../ui/page/Page';
import { TabbedParts } from '../ui/page/TabbedParts';
import { PersonRequest } from './PersonRequest';
import { ProcessingRegister } from './ProcessingRegister';

/** What the register does with data about people, and what somebody may ask of it. */
export default function PrivacyPage() {
  const t = useT();
  const { canAccess: mayErase } = useCanAccess({ resource: 'personal-data', action: 'list' });
  const register = { key: 'register', title: t('privacy.register.title'), content: <ProcessingRegister /> };
  const request = { key: 'request', title: t('privacy.request.title'), content: <PersonRequest /> };
  return (
    <Page title={t('privacy.title')} below={t('privacy.intro')}>
      <TabbedParts label={t('privacy.title')} parts={mayErase ? [request, register] : [register]} />
    </Page>
  );
}
