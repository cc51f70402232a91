import { Button } from '@mui/material';
import { useLogout } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { SecondFactorSetup } from '../../account/second-factor/SecondFactorSetup';
import { useT } from '../../i18n/use-t';
import { AuthLayout } from './AuthLayout';

/** For whom nothing else is open yet: their role asks for a second factor. */
export default function EnrolmentPage() {
  const t = useT();
  const navigate = useNavigate();
  const logout = useLogout();
  return (
    <AuthLayout title={t('doorway.secondFactor.dueTitle')} text={t('doorway.secondFactor.due')}>
      <SecondFactorSetup begin={t('doorway.secondFactor.begin')} onDone={() => void navigate('/start')} />
      <Button
        variant="text"
        color="inherit"
        className="no-print"
        sx={{ mt: 4 }}
        onClick={() => void logout()}
      >
        {t('doorway.secondFactor.signOut')}
      </Button>
    </AuthLayout>
  );
}
