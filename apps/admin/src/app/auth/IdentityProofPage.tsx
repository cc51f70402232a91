import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { tellProof } from '../../providers/proof';
import { Fault } from '../../ui/forms/Fault';
import { AuthLayout } from './AuthLayout';
import { problemText } from './problem-text';

/** Back from the organisation's sign-in service, in the window that was opened for it: tells the page that waits. */
export default function IdentityProofPage() {
  const t = useT();
  const [parameters] = useSearchParams();
  const problem = parameters.get('problem');
  useEffect(() => {
    tellProof({ problem });
    window.close();
  }, [problem]);
  return (
    <AuthLayout
      title={t(problem === null ? 'account.proof.done' : 'account.proof.failed')}
      text={t('account.proof.close')}
    >
      <Fault text={problem === null ? '' : problemText(t, problem)} />
    </AuthLayout>
  );
}
