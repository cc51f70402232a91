import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { startPath } from '../../providers/start';
import { Waiting } from '../../ui/page/Waiting';

/** Where the organisation's sign-in service sends somebody back to: on to where they come in. */
export default function StartPage() {
  const navigate = useNavigate();
  useEffect(() => {
    void startPath().then((path) => navigate(path, { replace: true }));
  }, [navigate]);
  return <Waiting />;
}
